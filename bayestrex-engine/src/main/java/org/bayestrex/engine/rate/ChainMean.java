/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a bounded quantity, such as a confidence, over the draws of chains: estimate and t interval.
 *
 * <p>The standard error is the largest that the draws, their autocorrelation and the disagreement of the chains give.
 * The degrees of freedom are C - 1 for C independent chains, or a tenth of the effective draws where that is more: by
 * simulation (autoregressive chains, 2 to 16 of them) a normal interval covers too little where chains stick and C - 1
 * alone is needlessly wide for a few chains that mix.
 *
 * <p>Draws that are all equal have no standard error. The share of draws that would be different is then bounded as an
 * event that never happened in as many draws as there are independent chains, and those might be anywhere in the range.
 */
public final class ChainMean {

    private static final double DRAWS_PER_DEGREE = 10;

    private final double low;
    private final double high;
    private final double level;
    private final String what;

    private ChainMean(double low, double high, double level, String what) {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "The range of a mean must be bounded and ordered, but is [" + low + ", " + high + "]");
        }
        this.low = low;
        this.high = high;
        this.level = level;
        this.what = what;
    }

    /**
     * A mean of values that lie in [0, 1], over all draws, at the default level.
     *
     * @param what the draws, in the plural: "confidences"
     */
    public static ChainMean of(String what) {
        return new ChainMean(0, 1, Rate.DEFAULT_LEVEL, what);
    }

    /** The same for values that lie in another range. */
    public ChainMean in(double lowest, double highest) {
        return new ChainMean(lowest, highest, level, what);
    }

    /** The same with another coverage. */
    public ChainMean at(double newLevel) {
        return new ChainMean(low, high, newLevel, what);
    }

    /** Over all draws of chains that are independent of each other. */
    public Rate over(double[][] values) {
        return over(values, values.length);
    }

    /**
     * Over all draws; chains of unequal length are cut to the shortest.
     *
     * @param independentChains how many chains do not share an ancestor
     * @return without any draw no estimate, and the whole range
     */
    public Rate over(double[][] values, int independentChains) {
        Arrays.stream(values).flatMapToDouble(Arrays::stream).forEach(this::check);
        return of(WeightedSeries.unweighted(ChainSeries.of(values, independentChains)));
    }

    /**
     * Over the draws that have a weight, whose number is random too: the confidence among findings.
     *
     * @param weights of the shape of the values, not negative; a value without weight is not looked at
     */
    public Rate among(double[][] values, double[][] weights, int independentChains) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException(
                    "There are " + values.length + " chains of values, but " + weights.length + " of weights");
        }
        double[][] kept = new double[values.length][];
        for (int c = 0; c < values.length; c++) {
            kept[c] = new double[Math.min(values[c].length, weights[c].length)];
            for (int t = 0; t < kept[c].length; t++) {
                if (weights[c][t] > 0) {
                    kept[c][t] = check(values[c][t]);
                }
            }
        }
        return of(new WeightedSeries(
                ChainSeries.of(kept, independentChains), ChainSeries.of(weights, independentChains)));
    }

    private Rate of(WeightedSeries series) {
        if (series.isEmpty()) {
            return new Rate(Double.NaN, low, high, level, "no " + what);
        }
        double mean = Math.min(high, Math.max(low, series.mean()));
        if (series.constant()) {
            return ofEqualDraws(mean, series);
        }
        double variance = series.varianceOfMean();
        double effective = Math.min(series.kish(), series.variance() / variance);
        double degrees = Math.max(1, Math.max(series.independent() - 1, effective / DRAWS_PER_DEGREE));
        double reach = TDistribution.of(degrees).inverseSurvivalProbability((1 - level) / 2) * Math.sqrt(variance);
        String method = String.format(
                Locale.ROOT,
                "%s %s from %,d chains, worth %s independent, t interval",
                count(series),
                what,
                series.count(),
                Rate.shown(effective));
        return new Rate(mean, Math.max(low, mean - reach), Math.min(high, mean + reach), level, method);
    }

    private Rate ofEqualDraws(double mean, WeightedSeries series) {
        double trials = Math.min(series.independent(), series.kish());
        double different = ClopperPearson.upper(0, trials, (1 - level) / 2);
        String method = String.format(
                Locale.ROOT, "%s %s, all equal, worth %s independent", count(series), what, Rate.shown(trials));
        return new Rate(mean, mean - different * (mean - low), mean + different * (high - mean), level, method);
    }

    /** The draws that have a weight, or as many as unequal weights leave of them (Kish's size). */
    private static String count(WeightedSeries series) {
        return String.format(Locale.ROOT, "%,.0f", series.kish());
    }

    private double check(double value) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "A value among the " + what + " is " + value + ", outside of [" + low + ", " + high + "]");
        }
        return value;
    }
}
