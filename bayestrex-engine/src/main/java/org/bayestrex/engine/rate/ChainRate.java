/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Locale;

/**
 * The share of draws with an event, from chains whose draws depend on each other: the exact binomial interval at the
 * number of independent draws that the chains are worth.
 *
 * <p>That number is the smallest of the draws themselves, the effective size of the 0/1 indicator (which sees
 * autocorrelation) and p(1-p)C over the variance of the C chains' own shares (which sees chains that disagree). Where
 * the event never or always happened the chains hold no sign of how they depend on each other, and every independent
 * chain counts as one draw. With fewer than ten effective events the number goes down towards that in proportion.
 */
public final class ChainRate {

    private ChainRate() {}

    /** All chains independent of each other, at the default level. */
    public static Rate of(boolean[][] events, String what) {
        return of(events, events.length, Rate.DEFAULT_LEVEL, what);
    }

    /**
     * The share of events in chains x draws; chains of unequal length are cut to the shortest.
     *
     * @param independentChains how many chains do not share an ancestor: all that one particle started are one
     * @param level coverage of the two-sided interval
     * @param what the draws, in the plural: "draws in the level set"
     * @return {@link Rate#unknown} where there is no draw
     */
    public static Rate of(boolean[][] events, int independentChains, double level, String what) {
        return of(WeightedSeries.unweighted(ChainSeries.of(events, independentChains)), level, what, "Clopper-Pearson");
    }

    static Rate of(WeightedSeries events, double level, String what, String interval) {
        if (events.isEmpty()) {
            return Rate.unknown("no " + what);
        }
        double effective = EffectiveDraws.ofShare(events);
        String method = String.format(
                Locale.ROOT,
                "%,d %s from %,d chain%s, worth %s independent, %s",
                events.size(),
                what,
                events.count(),
                events.count() == 1 ? "" : "s",
                Rate.shown(effective),
                interval);
        return ClopperPearson.rate(Math.min(1, events.mean()), effective, level, method);
    }
}
