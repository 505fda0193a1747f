/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import java.util.Arrays;

/**
 * The Pareto k of importance weights: the shape of their upper tail, and with it how far an estimate from them can be
 * trusted (Vehtari, Simpson, Gelman, Yao and Gabry 2024, Pareto smoothed importance sampling, JMLR 25).
 *
 * <p>Weights have as many finite moments as 1 / k. Below .5 their variance is finite; up to .7 estimates are still
 * good in practice; above, and at infinity, a few weights decide and any standard error is too small.
 *
 * <p>What it cannot see is a region that no draw fell into.
 */
public final class ParetoK {

    /** At and above this an estimate from the weights is not to be trusted. */
    public static final double TRUSTED_BELOW = .7;

    /** With fewer weights the tail is of fewer than five. */
    private static final int FEWEST_WEIGHTS = 25;

    private ParetoK() {}

    /**
     * The estimated shape of the tail.
     *
     * @param logWeights in any order, known up to a constant; negative infinity for a weight of zero
     * @return NaN for fewer than 25 weights, for weights that are all zero, and where one is NaN or infinite; negative
     *     infinity where nothing exceeds the bulk of the weights, as when all are equal; positive infinity where fewer
     *     than five weights tower over all others
     */
    public static double of(double[] logWeights) {
        if (!isDefined(logWeights)) {
            return Double.NaN;
        }
        WeightTail tail = WeightTail.of(logWeights);
        if (tail.excesses().length == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return tail.isTooThin()
                ? Double.POSITIVE_INFINITY
                : GeneralisedPareto.fit(tail.excesses()).shape();
    }

    /**
     * The same weights with the largest replaced by the quantiles of the tail that was fitted to them, none above the
     * largest of all: a little bias for much less variance. Weights whose tail cannot be fitted stay what they are.
     *
     * @return log weights in the order of the argument, not normalised
     */
    public static double[] smoothed(double[] logWeights) {
        double[] smoothed = logWeights.clone();
        if (!isDefined(logWeights)) {
            return smoothed;
        }
        WeightTail tail = WeightTail.of(logWeights);
        if (tail.isTooThin()) {
            return smoothed;
        }
        GeneralisedPareto fitted = GeneralisedPareto.fit(tail.excesses());
        int[] order = tail.order();
        double largest = logWeights[order[order.length - 1]];
        for (int z = 0; z < order.length; z++) {
            double quantile = tail.cutoff() + fitted.quantile((z + .5) / order.length);
            smoothed[order[z]] = largest + Math.min(0, Math.log(quantile));
        }
        return smoothed;
    }

    private static boolean isDefined(double[] logWeights) {
        return logWeights.length >= FEWEST_WEIGHTS
                && Arrays.stream(logWeights).allMatch(log -> log < Double.POSITIVE_INFINITY)
                && Arrays.stream(logWeights).anyMatch(log -> log > Double.NEGATIVE_INFINITY);
    }
}
