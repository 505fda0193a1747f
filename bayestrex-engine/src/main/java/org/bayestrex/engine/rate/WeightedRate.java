/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Locale;

/**
 * The share of an event under another distribution than the one the draws follow, each draw weighted in proportion to
 * the ratio of the two densities (self-normalised importance sampling).
 *
 * <p>Draws of a relaxed posterior speak of the data distribution restricted to the level set when they weigh
 * 1 / likelihood inside it and 0 outside. Only the proportions of the weights matter.
 */
public final class WeightedRate {

    private WeightedRate() {}

    /**
     * From chains x draws; chains of unequal length are cut to the shortest.
     *
     * @param weights of every draw, finite and not negative
     * @param independentChains how many chains do not share an ancestor
     * @param level coverage of the two-sided interval
     * @param what the draws, in the plural
     * @return {@link Rate#unknown} where no draw has any weight
     */
    public static Rate ofChains(
            boolean[][] events, double[][] weights, int independentChains, double level, String what) {
        return ChainRate.of(
                new WeightedSeries(
                        ChainSeries.of(events, independentChains), ChainSeries.of(weights, independentChains)),
                level,
                what,
                "weighted, Clopper-Pearson");
    }

    /**
     * From draws that are independent of each other, such as those of a frozen mixture. Few events do not show how
     * heavy the events are that no draw has; so each end allows for one more draw of the largest weight.
     */
    public static Rate ofIndependent(boolean[] events, double[] weights, double level, String what) {
        WeightedSeries series = new WeightedSeries(
                ChainSeries.of(new boolean[][] {events}, 1), ChainSeries.of(new double[][] {weights}, 1));
        if (series.isEmpty()) {
            return Rate.unknown("no " + what);
        }
        double share = Math.min(1, series.mean());
        double effective = series.kish();
        if (!series.constant() && share > 0 && share < 1) {
            effective = Math.min(effective, share * (1 - share) / series.varianceIfIndependent());
        }
        String method = String.format(
                Locale.ROOT,
                "%,d weighted %s, worth %s independent, Clopper-Pearson",
                events.length,
                what,
                Rate.shown(effective));
        WeightedBeta interval = new WeightedBeta(events, weights);
        double alpha = (1 - level) / 2;
        return new Rate(
                share, Math.min(share, interval.lower(alpha)), Math.max(share, interval.upper(alpha)), level, method);
    }
}
