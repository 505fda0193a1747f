/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a quantity in [0, 1], such as a confidence, under another distribution than the one the draws follow: its
 * estimate sum(w y) / sum(w) from independent weighted draws, and a t interval.
 *
 * <p>The variance is the jackknife's, the sum of squares of what the mean changes without each draw in turn: a draw that
 * carries much of the weight pulls the mean towards itself, and its plain residual would hide that. The degrees of
 * freedom are the effective number of these squares less one: few where few draws decide.
 */
public final class WeightedMean {

    /** A draw that holds all but this share of the weight is as good as alone. */
    private static final double ALONE = 1e-9;

    private WeightedMean() {}

    /**
     * From draws that are independent of each other. Only the proportions of the weights matter.
     *
     * @param values in [0, 1]
     * @param weights finite and not negative
     * @param level coverage of the two-sided interval
     * @param what the draws, in the plural: "wrong findings"
     * @return {@link Rate#unknown} where no draw has any weight; where all values are equal, an interval that leaves
     *     room for a share of others, as an event that never happened in the draws that the weights are worth
     */
    public static Rate ofIndependent(double[] values, double[] weights, double level, String what) {
        if (Arrays.stream(values).anyMatch(value -> !(value >= 0 && value <= 1))) {
            throw new IllegalArgumentException("A value among the " + what + " is outside of [0, 1]");
        }
        WeightedSeries series = new WeightedSeries(
                ChainSeries.of(new double[][] {values}, 1), ChainSeries.of(new double[][] {weights}, 1));
        if (series.isEmpty()) {
            return Rate.unknown("no " + what);
        }
        double mean = Math.min(1, Math.max(0, series.mean()));
        double kish = series.kish();
        double alpha = (1 - level) / 2;
        String method = String.format(
                Locale.ROOT,
                "%,d weighted %s, worth %s independent, ",
                Arrays.stream(weights).filter(weight -> weight > 0).count(),
                what,
                Rate.shown(kish));
        double[] squares = squaredChanges(values, weights, mean);
        double variance = Arrays.stream(squares).sum();
        if (series.constant() || variance == 0) {
            double different = ClopperPearson.upper(0, kish, alpha);
            return new Rate(mean, mean - different * mean, mean + different * (1 - mean), level, method + "all equal");
        }
        double fourthPowers =
                Arrays.stream(squares).map(square -> square * square).sum();
        double degrees = Math.max(1, variance * variance / fourthPowers - 1);
        double reach = TDistribution.of(degrees).inverseSurvivalProbability(alpha) * Math.sqrt(variance);
        return new Rate(mean, Math.max(0, mean - reach), Math.min(1, mean + reach), level, method + "t interval");
    }

    /** Of the mean, when one draw after the other is left out. */
    private static double[] squaredChanges(double[] values, double[] weights, double mean) {
        double total = Arrays.stream(weights).sum();
        return IntStream.range(0, values.length)
                .mapToDouble(i -> {
                    double share = weights[i] / total;
                    return Math.pow(share * (values[i] - mean) / Math.max(ALONE, 1 - share), 2);
                })
                .toArray();
    }
}
