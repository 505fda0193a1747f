/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Locale;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The exact interval of a binomial proportion (Clopper and Pearson 1934, Biometrika 26): it covers at least as often
 * as it says, whatever the proportion.
 *
 * <p>Counts may be fractions, for evidence that is worth a number of independent draws which is no whole number.
 */
public final class ClopperPearson {

    private ClopperPearson() {}

    /**
     * The share of events in independent trials, at the default level.
     *
     * @param what what was tried, in the plural: "prior draws"
     */
    public static Rate of(long events, long trials, String what) {
        return of(events, trials, Rate.DEFAULT_LEVEL, what);
    }

    /** The share of events in independent trials; {@link Rate#unknown} without any trial. */
    public static Rate of(long events, long trials, double level, String what) {
        if (trials == 0 && events == 0) {
            return Rate.unknown("no " + what);
        }
        String method = String.format(Locale.ROOT, "%,d of %,d %s, Clopper-Pearson", events, trials, what);
        return rate((double) events / trials, (double) trials, level, method);
    }

    /** An estimate that is worth so many independent trials. */
    static Rate rate(double estimate, double trials, double level, String method) {
        double alpha = (1 - level) / 2;
        double events = estimate * trials;
        return new Rate(estimate, lower(events, trials, alpha), upper(events, trials, alpha), level, method);
    }

    /**
     * The one-sided lower bound, which is above the true proportion with a chance of at most alpha: the alpha quantile
     * of Beta(k, n - k + 1).
     */
    public static double lower(double events, double trials, double alpha) {
        check(events, trials, alpha);
        if (events == 0) {
            return 0;
        }
        if (events == trials) {
            return Math.exp(Math.log(alpha) / trials);
        }
        // Rounding must not put a bound on the wrong side of the estimate.
        return Math.min(events / trials, betaQuantile(events, trials - events + 1, alpha));
    }

    /**
     * The one-sided upper bound, which is below the true proportion with a chance of at most alpha: the 1 - alpha
     * quantile of Beta(k + 1, n - k).
     */
    public static double upper(double events, double trials, double alpha) {
        check(events, trials, alpha);
        if (events == trials) {
            return 1;
        }
        if (events == 0) {
            return -Math.expm1(Math.log(alpha) / trials);
        }
        return Math.max(events / trials, betaQuantile(events + 1, trials - events, 1 - alpha));
    }

    /** The library's root finder stops at 1e-9, too coarse for rare events; a few steps of Newton in log x mend that. */
    static double betaQuantile(double a, double b, double probability) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        double x = beta.inverseCumulativeProbability(probability);
        for (int i = 0; i < 4; i++) {
            double slope = x * beta.density(x);
            if (slope > 0) {
                x = Math.min(1, x * Math.exp((probability - beta.cumulativeProbability(x)) / slope));
            }
        }
        return x;
    }

    private static void check(double events, double trials, double alpha) {
        if (!(trials > 0 && events >= 0 && events <= trials)) {
            throw new IllegalArgumentException(
                    "Events must be between 0 and the number of trials, but are " + events + " of " + trials);
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("A bound's chance of error must be in (0, 1), but is " + alpha);
        }
    }
}
