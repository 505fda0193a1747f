/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Rank normalisation and quantiles of pooled draws. */
final class Ranks {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Ranks() {}

    /**
     * Replaces every draw by the normal score of its rank among all draws, ties sharing their average rank:
     * the inverse normal CDF of (r - 3/8) / (S + 1/4), Vehtari et al. (2021), equation 14.
     */
    static double[][] normalised(double[][] chains) {
        double[] sorted = Chains.sorted(chains);
        int size = sorted.length;
        double[] scores = new double[size];
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && sorted[to] == sorted[from]) {
                to++;
            }
            double rank = .5 * (from + 1 + to);
            double score = NORMAL.inverseCumulativeProbability((rank - .375) / (size + .25));
            Arrays.fill(scores, from, to, score);
            from = to;
        }
        return map(chains, value -> scores[Arrays.binarySearch(sorted, value)]);
    }

    /** Distances from the median of all draws, so that a difference of scale becomes one of location. */
    static double[][] folded(double[][] chains) {
        double median = quantile(Chains.sorted(chains), .5);
        return map(chains, value -> Math.abs(value - median));
    }

    /** Whether each draw is at or below a value, as 0/1. */
    static double[][] atMost(double[][] chains, double limit) {
        return map(chains, value -> value <= limit ? 1 : 0);
    }

    /** Quantile by linear interpolation of the order statistics, the seventh type of Hyndman and Fan (1996). */
    static double quantile(double[] sorted, double probability) {
        double position = (sorted.length - 1) * probability;
        int below = Math.min((int) position, sorted.length - 1);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static double[][] map(double[][] chains, DoubleUnaryOperator function) {
        return Arrays.stream(chains)
                .map(chain -> Arrays.stream(chain).map(function).toArray())
                .toArray(double[][]::new);
    }
}
