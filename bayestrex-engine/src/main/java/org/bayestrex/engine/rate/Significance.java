/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a difference may be chance.
 *
 * @param statistic mean difference, or z
 * @param pValue chance of one as large, either way, where there is none; NaN where nothing can be said
 * @param method how it was got
 */
public record Significance(double statistic, double pValue, String method) {

    private static final int MOST_ENUMERATED = 16;
    private static final int RANDOM_FLIPS = 100_000;
    private static final double ROUNDING = 1e-12;

    /**
     * The exact sign-flip test of paired differences (Fisher 1935, The Design of Experiments, section 21): without a
     * difference each of them is as likely to have the other sign. Up to 16 pairs all flips are counted, of more a random
     * sample. With n pairs no chance is below 2 / 2^n.
     */
    public static Significance ofPairs(double[] differences) {
        int n = differences.length;
        double mean = Arrays.stream(differences).average().orElse(Double.NaN);
        if (n == 0) {
            return new Significance(Double.NaN, Double.NaN, "no pairs");
        }
        double limit = Math.abs(mean) * n - ROUNDING;
        boolean all = n <= MOST_ENUMERATED;
        int flips = all ? 1 << n : RANDOM_FLIPS;
        SplittableRandom random = new SplittableRandom(n);
        int extreme = 0;
        for (int i = 0; i < flips; i++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                boolean flipped = all ? (i >> k & 1) == 1 : random.nextBoolean();
                sum += flipped ? -differences[k] : differences[k];
            }
            extreme += Math.abs(sum) >= limit ? 1 : 0;
        }
        double pValue = all ? (double) extreme / flips : (extreme + 1.0) / (flips + 1);
        return new Significance(mean, pValue, "sign-flip test of " + n + " pairs");
    }

    /**
     * The z test of two shares of independent yes-or-no trials, with the pooled variance.
     *
     * @return a z of NaN where both are 0 or both are 1
     */
    public static Significance ofShares(long ofFirst, long first, long ofSecond, long second) {
        double pooled = (double) (ofFirst + ofSecond) / (first + second);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / first + 1.0 / second));
        double z = ((double) ofFirst / first - (double) ofSecond / second) / error;
        double pValue = Double.isNaN(z)
                ? 1
                : Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
        return new Significance(
                z,
                pValue,
                String.format(
                        Locale.ROOT, "z test of %,d in %,d against %,d in %,d", ofFirst, first, ofSecond, second));
    }

    /** Whether chance alone would give as much less than once in twenty times. */
    public boolean isSignificant() {
        return pValue < .05;
    }

    /** For people. */
    @Override
    public String toString() {
        return "p = " + Rate.shown(pValue) + " (" + method + ")";
    }
}
