/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

/**
 * An estimate with its interval, and how it was got.
 *
 * @param estimate point estimate; NaN where the evidence bounds the rate but does not estimate it
 * @param lower lower end of the interval
 * @param upper upper end of the interval
 * @param level coverage of the two-sided interval, .95 unless said otherwise
 * @param method how the numbers were got, for a reader: "4,096 prior draws, Clopper-Pearson"
 */
public record Rate(double estimate, double lower, double upper, double level, String method) {

    /** The level of every interval that is not said to be otherwise. */
    public static final double DEFAULT_LEVEL = .95;

    public Rate {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "A rate's interval must be ordered, but is [" + lower + ", " + upper + "] (" + method + ")");
        }
        if (!Double.isNaN(estimate) && (estimate < lower || estimate > upper)) {
            throw new IllegalArgumentException("The estimate " + estimate + " is outside its interval [" + lower + ", "
                    + upper + "] (" + method + ")");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A rate's level must be in (0, 1), but is " + level);
        }
    }

    /** PASS where the whole interval lies below the limit, FAIL where it lies at or above it. */
    public Verdict below(double limit) {
        if (upper < limit) {
            return Verdict.PASS;
        }
        return lower >= limit ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    /** PASS where the whole interval lies in [low, high], FAIL where it lies wholly outside. */
    public Verdict between(double low, double high) {
        if (lower >= low && upper <= high) {
            return Verdict.PASS;
        }
        return upper < low || lower > high ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }
}
