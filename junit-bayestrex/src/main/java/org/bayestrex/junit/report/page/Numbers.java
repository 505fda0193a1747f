/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import org.apiguardian.api.API;
import org.bayestrex.engine.rate.Rate;

/** Numbers as a reader wants them: no more digits than are known, never rounded up to certainty. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Numbers {

    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final double TINY = 1e-6;

    private Numbers() {}

    /** Three significant digits without an exponent where that can be read: 0.00012, 12.3, 4,100. */
    public static String digits(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (size >= 1e9 || (size > 0 && size < TINY)) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
        return size >= 1000 ? count(rounded.longValue()) : plain(rounded);
    }

    /** A whole number, exact, in groups of three. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * A share in [0, 1] as a percentage; what is not certain never reads "100 %": close to it, digits count from what is
     * missing, as in 99.948 %.
     */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return digits(share);
        }
        if (share > 0 && share < 1e-8) {
            return "<0.000001 %";
        }
        if (share > .999 && share < 1) {
            BigDecimal missing = new BigDecimal(1 - share).multiply(HUNDRED).round(TWO_DIGITS);
            return 1 - share < TINY ? ">99.9999 %" : plain(HUNDRED.subtract(missing)) + " %";
        }
        return plain(new BigDecimal(share).multiply(HUNDRED).round(THREE_DIGITS)) + " %";
    }

    /** A share in [0, 1] as a percentage with one decimal, for captions. */
    public static String shortPercent(double share) {
        if (share > 0 && share < .0005) {
            return "<0.1 %";
        }
        if (share < 1 && share >= .9995) {
            return ">99.9 %";
        }
        if (share == 1) {
            return "100 %";
        }
        return Double.isNaN(share) ? "unknown" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A share in (0, 1] as a whole percentage: how much of what is shown. */
    public static String wholePercent(double share) {
        return share < .005 ? "<1 %" : Math.round(100 * share) + " %";
    }

    /** A share in [0, 1] as a frequency with two significant digits: "1 in 8,300". */
    public static String oneIn(double share) {
        if (Double.isNaN(share)) {
            return "unknown";
        }
        if (share <= 0) {
            return "none";
        }
        if (share > .1) {
            return Math.round(100 * share) + " in 100";
        }
        return "1 in " + digits(new BigDecimal(1 / share).round(TWO_DIGITS).doubleValue());
    }

    /** An estimate with its interval: "0.12 % (95 % interval 0.098 % to 0.15 %)", or what is known instead. */
    public static String rate(Rate rate) {
        if (rate.lower() == rate.upper()) {
            return value(rate, rate.lower());
        }
        if (rate.estimate() == 0 && rate.lower() == 0 && isShare(rate)) { // nothing seen is a bound, never "none"
            return "at most " + value(rate, rate.upper()) + " (with " + percent(rate.level()) + " confidence)";
        }
        String interval = value(rate, rate.lower()) + " to " + value(rate, rate.upper());
        if (!Double.isNaN(rate.estimate())) {
            return value(rate, rate.estimate()) + " (" + percent(rate.level()) + " interval " + interval + ")";
        }
        if (rate.lower() <= 0 && rate.upper() >= 1) {
            return "unknown";
        }
        String confidence = " (with " + percent(rate.level()) + " confidence)";
        return rate.lower() <= 0
                ? "at most " + value(rate, rate.upper()) + confidence
                : "between " + interval.replace(" to ", " and ") + confidence;
    }

    /** A difference of two rates with its interval: shares in percentage points. */
    public static String difference(Rate rate) {
        String between = digits(100 * rate.lower()) + " to " + digits(100 * rate.upper()) + " points";
        if (rate.lower() <= -1 && rate.upper() >= 1) {
            return "unknown";
        }
        return Double.isNaN(rate.estimate())
                ? between + " (" + percent(rate.level()) + " interval)"
                : signed(100 * rate.estimate()) + " points (" + percent(rate.level()) + " interval " + between + ")";
    }

    private static String signed(double value) {
        return value > 0 ? "+" + digits(value) : digits(value);
    }

    /** The one number to remember of a share: its estimate; its upper bound where nothing was seen. */
    public static String frequency(Rate rate) {
        if (rate.estimate() > 0 || rate.upper() <= 0) {
            return oneIn(rate.estimate());
        }
        return rate.upper() >= 1 ? "unknown" : "at most " + oneIn(rate.upper());
    }

    /** Seconds, or minutes and seconds from two minutes on. */
    public static String time(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds < 120
                ? digits(seconds) + " s"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    /** A number in the unit of a rate: shares as percentages, anything that leaves [0, 1] as it is. */
    public static String value(Rate rate, double number) {
        return isShare(rate) ? percent(number) : digits(number);
    }

    private static boolean isShare(Rate rate) {
        return rate.lower() >= 0 && rate.upper() <= 1;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** R-hat lives in its third decimal. */
    public static String rHat(double rHat) {
        return Double.isFinite(rHat) ? String.format(Locale.ROOT, "%.3f", rHat) : digits(rHat);
    }
}
