/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

/**
 * The difference of two independent rates, each with an interval of its own that need be neither symmetric nor normal: the
 * method of variance estimates recovery (Zou and Donner 2008, Statistics in Medicine 27; Newcombe 1998, method 10).
 *
 * <p>The end of an interval says what the variance is when the truth lies there. So the upper end of the difference takes
 * the reach of the first rate upwards and of the second one downwards, as the root of the sum of their squares.
 */
public final class Difference {

    private static final double ROUNDING = 1e-9;

    private Difference() {}

    /**
     * The first share less the other, in [-1, 1]. Where one of them is bounded but not estimated the ends are the farthest
     * that both intervals allow, and their chances of error add up.
     *
     * @param method how the numbers were got, for a reader
     * @throws IllegalArgumentException when the intervals have different levels
     */
    public static Rate of(Rate one, Rate other, String method) {
        if (Double.isNaN(one.estimate()) || Double.isNaN(other.estimate())) {
            return bounded(one, other, method);
        }
        if (Math.abs(one.level() - other.level()) > ROUNDING) {
            throw new IllegalArgumentException(
                    "Rates of one level are subtracted, but these are at " + one.level() + " and " + other.level());
        }
        double difference = one.estimate() - other.estimate();
        double down = Math.hypot(one.estimate() - one.lower(), other.upper() - other.estimate());
        double up = Math.hypot(one.upper() - one.estimate(), other.estimate() - other.lower());
        return new Rate(difference, Math.max(-1, difference - down), Math.min(1, difference + up), one.level(), method);
    }

    private static Rate bounded(Rate one, Rate other, String method) {
        double error = one.error() + other.error();
        return new Rate(
                Double.NaN,
                Math.max(-1, one.lower() - other.upper()),
                Math.min(1, one.upper() - other.lower()),
                error == 0 ? Rate.DEFAULT_LEVEL : 1 - error,
                method);
    }

    /** A difference of shares of which nothing is known. */
    static Rate unknown(String reason) {
        return new Rate(Double.NaN, -1, 1, Rate.DEFAULT_LEVEL, reason);
    }
}
