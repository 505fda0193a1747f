/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import java.util.Arrays;

/** Shaping of draws, chains x draws, before a diagnostic reads them. */
final class Chains {

    /** Below this many draws a chain cannot be split into halves that have a variance. */
    static final int MIN_DRAWS = 4;

    private Chains() {}

    /** Cuts every chain to the length of the shortest, the first draws kept; never writes to its argument. */
    static double[][] trimmed(double[][] draws) {
        if (draws.length == 0) {
            throw new IllegalArgumentException("A diagnostic needs at least one chain, but there are none");
        }
        int length = Arrays.stream(draws).mapToInt(chain -> chain.length).min().orElse(0);
        double[][] trimmed = new double[draws.length][];
        for (int c = 0; c < draws.length; c++) {
            trimmed[c] = draws[c].length == length ? draws[c] : Arrays.copyOf(draws[c], length);
        }
        return trimmed;
    }

    /** Whether a diagnostic of these trimmed chains has a meaning: enough draws, every one finite, not all equal. */
    static boolean informative(double[][] chains) {
        return chains[0].length >= MIN_DRAWS && allFinite(chains) && !constant(chains);
    }

    /** First and second half of every chain; the middle draw of an odd chain belongs to neither. */
    static double[][] split(double[][] chains) {
        int length = chains[0].length;
        int half = length / 2;
        double[][] halves = new double[2 * chains.length][];
        for (int c = 0; c < chains.length; c++) {
            halves[2 * c] = Arrays.copyOfRange(chains[c], 0, half);
            halves[2 * c + 1] = Arrays.copyOfRange(chains[c], length - half, length);
        }
        return halves;
    }

    /** All draws of all chains in one row. */
    static double[] pooled(double[][] chains) {
        int length = chains[0].length;
        double[] all = new double[chains.length * length];
        for (int c = 0; c < chains.length; c++) {
            System.arraycopy(chains[c], 0, all, c * length, length);
        }
        return all;
    }

    /** All draws of all chains in ascending order. */
    static double[] sorted(double[][] chains) {
        double[] all = pooled(chains);
        Arrays.sort(all);
        return all;
    }

    static boolean constant(double[][] chains) {
        double first = chains[0][0];
        for (double[] chain : chains) {
            for (double value : chain) {
                if (value != first) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean allFinite(double[][] chains) {
        for (double[] chain : chains) {
            for (double value : chain) {
                if (!Double.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
