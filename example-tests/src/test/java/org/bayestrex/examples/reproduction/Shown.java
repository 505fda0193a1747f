/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.List;
import java.util.Locale;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;

/** Numbers as the tables show them. */
final class Shown {

    private Shown() {}

    /** Two decimals, as the paper has them. */
    static String two(double value) {
        return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** Three decimals. */
    static String three(double value) {
        return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** An estimate with its interval, without how they were got; an upper bound where nothing was seen. */
    static String rate(Rate rate) {
        if (Double.isNaN(rate.estimate()) || rate.estimate() <= 0) {
            return rate.upper() >= 1 ? "unknown" : "at most " + digits(rate.upper());
        }
        return "%s [%s, %s]".formatted(digits(rate.estimate()), digits(rate.lower()), digits(rate.upper()));
    }

    /** A share or a difference of shares with its interval, to three decimals. */
    static String share(Rate rate) {
        return Double.isNaN(rate.estimate())
                ? "none"
                : "%s [%s, %s]".formatted(three(rate.estimate()), three(rate.lower()), three(rate.upper()));
    }

    /** Two significant digits, three for what is not small. */
    static String digits(double value) {
        if (value == 0) {
            return "0";
        }
        return Math.abs(value) < .001
                ? String.format(Locale.ROOT, "%.1e", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Whether the draws can be trusted; if not, what speaks against them, in short. */
    static String converged(Findings findings) {
        List<String> problems = findings.diagnostics().problems();
        return problems.isEmpty() ? "yes" : "no";
    }
}
