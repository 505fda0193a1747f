/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mass from independent, unbiased estimates of it, such as those of the islands of a sequential Monte Carlo run.
 *
 * <p>The estimate is the mean of the islands' masses, which is unbiased; the mean of their logs would be too low by half
 * their variance. The logs are nearly normal (Berard, Del Moral and Doucet 2014, Electronic Journal of Probability 19),
 * so the interval reaches as far as that of a {@linkplain LogNormalMean log-normal mean} or, where it reaches
 * farther, the t interval on the log scale by the islands' relative spread. The second guards against islands whose logs
 * lean to the low side.
 *
 * <p>Islands that found nothing have mass 0 and no log. The mass is then the share of islands that find something, with
 * its exact interval, times the mean mass of those that did.
 *
 * <p>What no interval can hold is a region that none of the islands found.
 */
public final class IslandRate {

    /** Fewer islands than this give an interval too, but a wide one. */
    public static final int ADVISED_ISLANDS = 8;

    private IslandRate() {}

    /** The mass at the default level. */
    public static Rate of(double[] logMasses) {
        return of(logMasses, Rate.DEFAULT_LEVEL);
    }

    /**
     * The mass by all islands.
     *
     * @param logMasses the natural log of each island's estimate; negative infinity where it found nothing
     * @param level coverage of the two-sided interval
     * @return {@link Rate#unknown} where no island found anything, for the mass may be as large as it likes in a place
     *     that none of them looked at; the whole range where fewer than two did, or all agree to the last digit, for
     *     then nothing tells how far they are off
     */
    public static Rate of(double[] logMasses, double level) {
        for (double log : logMasses) {
            if (Double.isNaN(log) || log == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("The log mass of an island is " + log);
            }
        }
        int islands = logMasses.length;
        double[] found = Arrays.stream(logMasses)
                .filter(log -> log > Double.NEGATIVE_INFINITY)
                .toArray();
        if (found.length == 0) {
            return Rate.unknown(
                    islands == 0
                            ? "no SMC islands"
                            : String.format(
                                    Locale.ROOT, "none of %,d SMC islands found it, which bounds nothing", islands));
        }
        double estimate = Math.min(1, Arrays.stream(found).map(Math::exp).sum() / islands);
        if (Arrays.stream(found).allMatch(log -> log == found[0])) {
            String method = String.format(
                    Locale.ROOT, "%,d of %,d SMC islands found it, without any spread", found.length, islands);
            return new Rate(estimate, 0, 1, level, method);
        }
        double levelOfMean = found.length == islands ? level : (1 + level) / 2;
        Rate mass = ofFound(found, levelOfMean);
        if (found.length == islands) {
            return mass;
        }
        Rate product = mass.times(ClopperPearson.of(found.length, islands, levelOfMean, "islands found anything"));
        return new Rate(estimate, product.lower(), product.upper(), level, product.method());
    }

    private static Rate ofFound(double[] logs, double level) {
        int islands = logs.length;
        double highest = Arrays.stream(logs).max().orElseThrow();
        double[] scaled =
                Arrays.stream(logs).map(log -> Math.exp(log - highest)).toArray();
        double mean = Arrays.stream(scaled).average().orElseThrow();
        double variance =
                Arrays.stream(scaled).map(mass -> (mass - mean) * (mass - mean)).sum() / (islands - 1);
        double alpha = (1 - level) / 2;
        double error = Math.sqrt(variance / islands) / mean;
        double reach = TDistribution.of(islands - 1).inverseSurvivalProbability(alpha) * error;
        double logMean = highest + Math.log(mean);
        LogNormalMean normal = new LogNormalMean(logs);
        double estimate = Math.min(1, Math.exp(logMean));
        String method = String.format(
                Locale.ROOT,
                "%,d SMC islands, relative standard error %s, log-normal interval",
                islands,
                Rate.shown(error));
        return new Rate(
                estimate,
                Math.min(estimate, Math.exp(Math.min(logMean - reach, normal.logQuantile(alpha)))),
                // A mass too small for a double is not known to be 0.
                Math.max(
                        Double.MIN_NORMAL,
                        Math.min(1, Math.exp(Math.max(logMean + reach, normal.logQuantile(1 - alpha))))),
                level,
                method);
    }
}
