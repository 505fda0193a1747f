/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

/**
 * The difference of two independent rates, each with an interval of its own that need be neither symmetric nor normal: the
 * method of variance estimates recovery (Zou and Donner 2008, Statistics in Medicine 27; Newcombe 1998, method 10).
 *
 * <p>The end of an interval says what the variance is when the truth lies there. So the upper end of the difference takes
 * the reach of the first rate upwards and of the second one downwards, as the root of the sum of their squares.
 */
final class Difference {

    private Difference() {}

    static Rate of(Rate one, Rate other, String method) {
        if (one.level() != other.level()) {
            throw new IllegalArgumentException(
                    "Rates of one level are subtracted, but these are at " + one.level() + " and " + other.level());
        }
        double difference = one.estimate() - other.estimate();
        double down = Math.hypot(one.estimate() - one.lower(), other.upper() - other.estimate());
        double up = Math.hypot(one.upper() - one.estimate(), other.estimate() - other.lower());
        return new Rate(difference, Math.max(-1, difference - down), Math.min(1, difference + up), one.level(), method);
    }

    /** A difference of shares of which nothing is known. */
    static Rate unknown(String reason) {
        return new Rate(Double.NaN, -1, 1, Rate.DEFAULT_LEVEL, reason);
    }
}
