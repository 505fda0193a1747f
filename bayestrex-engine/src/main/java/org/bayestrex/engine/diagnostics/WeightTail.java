/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The largest importance weights: the M above the others' largest, M = min(n / 5, 3 sqrt(n)) rounded up (Vehtari et
 * al. 2024, section 2.4), less those that equal it.
 *
 * @param order indices of the tail's weights, from the smallest to the largest
 * @param excesses over the cutoff, ascending, in units of the largest weight
 * @param cutoff the largest weight that is not in the tail, in the same units; 0 where that weight is
 */
record WeightTail(int[] order, double[] excesses, double cutoff) {

    /** Log weights this near to each other are equal: they differ by the rounding of what they were computed from. */
    private static final double ROUNDING = 1e-10;

    static WeightTail of(double[] logWeights) {
        int n = logWeights.length;
        double[] sorted = logWeights.clone();
        Arrays.sort(sorted);
        int size = (int) Math.ceil(Math.min(n / 5.0, 3 * Math.sqrt(n)));
        double largest = sorted[n - 1];
        double logCutoff = sorted[n - 1 - size] - largest;
        int[] order = IntStream.range(0, n)
                .filter(i -> logWeights[i] - largest > logCutoff + ROUNDING)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> logWeights[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] excesses = Arrays.stream(order)
                .mapToDouble(i -> excess(logWeights[i] - largest, logCutoff))
                .toArray();
        return new WeightTail(order, excesses, Math.exp(logCutoff));
    }

    /** Too few excesses to be fitted, or such different ones that the small vanish beside the largest. */
    boolean isTooThin() {
        return excesses.length < 5 || excesses[0] < Double.MIN_NORMAL;
    }

    /** Without losing the difference of two weights that are nearly equal. */
    private static double excess(double log, double logCutoff) {
        double cutoff = Math.exp(logCutoff);
        return cutoff == 0 ? Math.exp(log) : cutoff * Math.expm1(log - logCutoff);
    }
}
