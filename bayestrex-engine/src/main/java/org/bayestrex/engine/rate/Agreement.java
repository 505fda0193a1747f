/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether two independent estimates of the same rate contradict each other.
 *
 * <p>Both are taken as normal on the log scale, each with the standard error that its interval has on the side of the
 * other. A rate whose event never happened has no log; what counts then is the chance of that, if the other rate is
 * right.
 *
 * @param one a rate
 * @param other a rate that was estimated from other draws
 * @param standardErrors how far they are apart, 0 where one of them is no estimate
 */
public record Agreement(Rate one, Rate other, double standardErrors) {

    /** Of so many comparisons of rates that do agree one is thought a contradiction. */
    private static final double COMPARISONS_PER_ERROR = 1000;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** The comparison of two rates that are not negative. */
    public static Agreement of(Rate one, Rate other) {
        if (one.lower() < 0 || other.lower() < 0) {
            throw new IllegalArgumentException(
                    "Only rates that cannot be negative are compared, but these are " + one + " and " + other);
        }
        return one.estimate() <= other.estimate()
                ? new Agreement(one, other, distance(one, other))
                : new Agreement(one, other, distance(other, one));
    }

    /** Whether the difference may be chance, where this is the only comparison. */
    public boolean holds() {
        return holds(1);
    }

    /**
     * The same where it is one of several comparisons, any of which would raise the alarm: all of them together do so
     * by chance once in a thousand times (Bonferroni).
     *
     * @param comparisons at least 1
     */
    public boolean holds(int comparisons) {
        return standardErrors <= NORMAL.inverseSurvivalProbability(.5 / COMPARISONS_PER_ERROR / comparisons);
    }

    /** For people: both rates, and how far they are apart. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s and %s are %s standard errors apart", one, other, Rate.shown(standardErrors));
    }

    private static double distance(Rate low, Rate high) {
        if (Double.isNaN(low.estimate()) || Double.isNaN(high.estimate()) || low.estimate() == high.estimate()) {
            return 0;
        }
        double errorOfHigh = Math.log(high.estimate() / high.lower()) / quantile(high);
        if (low.estimate() == 0) {
            return ofNone(low, high, errorOfHigh);
        }
        double errorOfLow = Math.log(low.upper() / low.estimate()) / quantile(low);
        return Math.log(high.estimate() / low.estimate()) / Math.hypot(errorOfLow, errorOfHigh);
    }

    /** From the chance that a Poisson number of events is 0, over the normal uncertainty of the other rate's log. */
    private static double ofNone(Rate none, Rate high, double errorOfHigh) {
        double draws = -Math.log((1 - none.level()) / 2) / none.upper();
        double chance = 0;
        double sum = 0;
        for (double z = -6; z <= 6; z += .05) {
            double weight = Math.exp(-z * z / 2);
            double rate = Double.isInfinite(errorOfHigh) ? 0 : high.estimate() * Math.exp(errorOfHigh * z);
            chance += weight * Math.exp(-rate * draws);
            sum += weight;
        }
        return Math.max(0, NORMAL.inverseSurvivalProbability(chance / sum));
    }

    private static double quantile(Rate rate) {
        return NORMAL.inverseSurvivalProbability((1 - rate.level()) / 2);
    }
}
