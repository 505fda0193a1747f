/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.distribution.NormalDistribution;

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

    /**
     * The level at which each of two uncertain rates is to be taken so that their {@linkplain #times product} has the
     * default level: half of the error for each (Bonferroni).
     */
    public static final double FACTOR_LEVEL = .975;

    private static final MathContext SHOWN = new MathContext(3);

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

    /** A share of which nothing is known: no estimate, anywhere in [0, 1]. */
    public static Rate unknown(String reason) {
        return new Rate(Double.NaN, 0, 1, DEFAULT_LEVEL, reason);
    }

    /** A value that is certain, by construction and not by measurement. */
    public static Rate known(double value, String reason) {
        return new Rate(value, value, value, DEFAULT_LEVEL, reason);
    }

    /** Whether the interval is a single point. */
    public boolean isKnown() {
        return lower == upper;
    }

    /** Whether the interval says nothing that is not true of every share. */
    public boolean isUnknown() {
        return Double.isNaN(estimate) && lower <= 0 && upper >= 1;
    }

    /** PASS where the whole interval lies below the limit, FAIL where it lies at or above it. */
    public Verdict below(double limit) {
        if (upper < limit) {
            return Verdict.PASS;
        }
        return lower >= limit ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    /** PASS where the whole interval lies above the limit, FAIL where it lies at or below it. */
    public Verdict above(double limit) {
        if (lower > limit) {
            return Verdict.PASS;
        }
        return upper <= limit ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    /** PASS where the whole interval lies in [low, high], FAIL where it lies wholly outside. */
    public Verdict between(double low, double high) {
        if (lower >= low && upper <= high) {
            return Verdict.PASS;
        }
        return upper < low || lower > high ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }

    /**
     * The rate of two things together: this one, and among those the other. Product of the estimates and of the ends.
     *
     * <p>The product is inside its interval whenever both factors are, so the chances of error of the uncertain factors
     * add up: two at .975 give one at .95, two at .95 only one at .9. A factor that is {@linkplain #isKnown known} or
     * {@linkplain #isUnknown unknown} is never wrong and costs nothing; an unknown one leaves the upper end alone.
     *
     * @throws IllegalArgumentException if either may be negative, or neither leaves any confidence
     */
    public Rate times(Rate share) {
        if (lower < 0 || share.lower < 0) {
            throw new IllegalArgumentException(
                    "Only rates that cannot be negative are multiplied, but these are " + this + " and " + share);
        }
        double error = this.error() + share.error();
        return new Rate(
                estimate * share.estimate,
                lower * share.lower,
                upper * share.upper,
                error == 0 ? DEFAULT_LEVEL : 1 - error,
                "(" + method + ") x (" + share.method + ")");
    }

    /**
     * The same times a factor that is known with an error of its own, independent of this one's: on the log scale, where each end is
     * further away by as much as the variances add up to.
     *
     * @param error standard error of the factor's logarithm, 0 or more
     */
    public Rate withLogError(double error) {
        if (!(error > 0) || isUnknown()) {
            return this;
        }
        double further = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2) * error;
        if (estimate == 0) {
            return new Rate(0, 0, Math.min(1, upper * Math.exp(further)), level, method);
        }
        double below = lower > 0 ? estimate * Math.exp(-Math.hypot(Math.log(estimate / lower), further)) : 0;
        double above = estimate * Math.exp(Math.hypot(Math.log(upper / estimate), further));
        return new Rate(estimate, below, Math.min(1, above), level, method);
    }

    /** For people: the estimate, the interval in brackets, and the method. */
    @Override
    public String toString() {
        if (isKnown()) {
            return shown(estimate) + " (" + method + ")";
        }
        String interval = "[" + shown(lower) + ", " + shown(upper) + "]";
        String value = Double.isNaN(estimate) ? "within " + interval : shown(estimate) + " " + interval;
        return value + " (" + method + ")";
    }

    /** Three digits, of the distance to 1 where that is small, so that one in a million is shown neither as 0 nor as 1. */
    static String shown(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = value > .9 && value < 1
                ? BigDecimal.ONE.subtract(BigDecimal.ONE.subtract(exact).round(SHOWN))
                : exact.round(SHOWN);
        BigDecimal stripped = rounded.stripTrailingZeros();
        return Math.abs(value) >= 1e-4 || value == 0 ? stripped.toPlainString() : stripped.toString();
    }

    /** The chance that the interval is wrong; none where it says nothing, or all. */
    double error() {
        return isKnown() || isUnknown() ? 0 : 1 - level;
    }
}
