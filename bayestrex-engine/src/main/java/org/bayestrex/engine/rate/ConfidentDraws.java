/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Draws from a level set with the weights that make them speak of the data distribution there: shares and means of whatever
 * is observed at each draw.
 */
public final class ConfidentDraws {

    private static final double DRAWS_PER_DEGREE = 10;

    private final double[][] weights;
    private final boolean chained;
    private final int independentChains;

    private ConfidentDraws(double[][] weights, boolean chained, int independentChains) {
        this.weights = weights;
        this.chained = chained;
        this.independentChains = independentChains;
    }

    /**
     * Draws of chains.
     *
     * @param weights chains x draws, not negative; 0 where a draw does not count
     * @param independentChains how many chains do not share an ancestor
     */
    public static ConfidentDraws ofChains(double[][] weights, int independentChains) {
        return new ConfidentDraws(copy(weights), true, independentChains);
    }

    /** Draws that are independent of each other, not negative; what is observed at them comes as one chain. */
    public static ConfidentDraws independent(double[] weights) {
        return new ConfidentDraws(copy(new double[][] {weights}), false, 1);
    }

    /** How many draws count. */
    public int count() {
        return (int) Arrays.stream(weights)
                .flatMapToDouble(Arrays::stream)
                .filter(weight -> weight > 0)
                .count();
    }

    /** The share of draws at which something is so, as an exact interval at the draws' effective number. */
    Rate share(boolean[][] events, String what) {
        if (count() == 0) {
            return Rate.unknown("no " + what);
        }
        return chained
                ? WeightedRate.ofChains(events, weights, independentChains, Rate.DEFAULT_LEVEL, what)
                : WeightedRate.ofIndependent(events[0], weights[0], Rate.DEFAULT_LEVEL, what);
    }

    /** The mean of what lies in [0, 1] at each draw. */
    Rate mean(double[][] values, String what) {
        if (count() == 0) {
            return Rate.unknown("no " + what);
        }
        return chained
                ? ChainMean.of(what).among(values, weights, independentChains)
                : WeightedMean.ofIndependent(values[0], weights[0], Rate.DEFAULT_LEVEL, what);
    }

    /** The share with what a mean over several level sets needs to know of it. */
    MeanShare.Part part(boolean[][] events) {
        WeightedSeries series = new WeightedSeries(
                ChainSeries.of(events, independentChains), ChainSeries.of(weights, independentChains));
        double share = Math.min(1, Math.max(0, series.mean()));
        if (chained) {
            double worth = EffectiveDraws.ofShare(series);
            double degrees = Math.max(series.independent() - 1, worth / DRAWS_PER_DEGREE);
            return new MeanShare.Part(share, share * (1 - share) / worth, 1 / worth, Math.max(1, degrees));
        }
        double kish = series.kish();
        double variance = series.constant() ? 0 : Math.max(share * (1 - share) / kish, series.varianceIfIndependent());
        double heaviest = DoubleStream.of(weights[0]).max().orElseThrow()
                / DoubleStream.of(weights[0]).sum();
        return new MeanShare.Part(share, variance, heaviest, Math.max(1, kish - 1));
    }

    private static double[][] copy(double[][] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> values[i].clone())
                .toArray(double[][]::new);
    }
}
