/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.bayestrex.engine.diagnostics.ParetoK;

/**
 * The mass of an event from independent draws of a known proposal, each weighted by the density of the distribution in
 * question over that of the proposal: the mean of weight times event, whose expectation is the mass.
 *
 * <p>The interval is the gamma interval for weighted sums of Fay and Feuer (1997, Statistics in Medicine 16), with the
 * sample variance of the draws: it is the exact Poisson interval for a few events of equal weight, the normal one for
 * many, and its upper end allows for one further event of the largest weight seen. Where the weights of the
 * events have a heavy tail (Pareto k of .5 or more, or too few events to tell) the largest weight seen says little, and
 * the upper end allows for one of the largest weight possible. Wherever the proposal holds a share of the distribution
 * itself that is bounded, by 1 / share.
 */
public final class ImportanceRate {

    /** From here on the variance of the weights need not exist. */
    private static final double HEAVY = .5;

    private static final double ROUNDING = 1e-9;

    private ImportanceRate() {}

    /**
     * The mass at the given level.
     *
     * @param events for each draw, whether the event happened
     * @param weights for each draw, the ratio of the two normalised densities; looked at where the event happened
     * @param largestWeight what no weight can exceed; positive infinity where nothing bounds them
     * @param level coverage of the two-sided interval
     * @param what the draws, in the plural
     * @return without any event the estimate 0 and the exact upper bound that the bounded weights allow
     */
    public static Rate of(boolean[] events, double[] weights, double largestWeight, double level, String what) {
        if (events.length != weights.length) {
            throw new IllegalArgumentException(
                    "There are " + events.length + " draws, but " + weights.length + " weights");
        }
        if (!(largestWeight > 0)) {
            throw new IllegalArgumentException("The largest possible weight is " + largestWeight);
        }
        int n = events.length;
        if (n == 0) {
            return Rate.unknown("no " + what);
        }
        double[] terms = new double[n];
        for (int i = 0; i < n; i++) {
            terms[i] = events[i] ? checked(weights[i], largestWeight) : 0;
        }
        if (Arrays.stream(terms).allMatch(term -> term == 0)) {
            double upper = largestWeight * ClopperPearson.upper(0, n, (1 - level) / 2);
            String method = String.format(Locale.ROOT, "none of %,d weighted %s", n, what);
            return new Rate(0, 0, Math.min(1, upper), level, method);
        }
        return ofHits(terms, largestWeight, level, what);
    }

    /** The same of weights that are positive where the event happened, and 0 elsewhere. */
    public static Rate of(double[] weights, double largestWeight, double level, String what) {
        boolean[] events = new boolean[weights.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = weights[i] > 0;
        }
        return of(events, weights, largestWeight, level, what);
    }

    private static Rate ofHits(double[] terms, double largestWeight, double level, String what) {
        int n = terms.length;
        double mean = Arrays.stream(terms).average().orElseThrow();
        double variance = varianceOfMean(terms, mean);
        double k = ParetoK.of(Arrays.stream(terms).map(Math::log).toArray());
        boolean heavy = !(k < HEAVY);
        double further = heavy ? largestWeight : Arrays.stream(terms).max().orElseThrow();
        double alpha = (1 - level) / 2;
        // One hit that could have been a miss; where no draw missed, as many misses as that does not exclude.
        double lower =
                Math.min(mean * Math.pow(alpha, 1.0 / n), gammaQuantile(mean - mean / n, variance, mean / n, alpha));
        double upper =
                Double.isInfinite(further) ? 1 : gammaQuantile(mean + further / n, variance, further / n, 1 - alpha);
        double estimate = Math.min(1, mean);
        String method = String.format(
                Locale.ROOT,
                "%,d weighted %s, %,d with the event, relative standard error %s%s, gamma interval%s",
                n,
                what,
                Arrays.stream(terms).filter(term -> term > 0).count(),
                Rate.shown(Math.sqrt(variance) / mean),
                Double.isFinite(k) ? ", Pareto k " + Rate.shown(k) : "",
                heavy ? " for the largest weight possible" : "");
        return new Rate(estimate, Math.min(estimate, lower), Math.max(estimate, Math.min(1, upper)), level, method);
    }

    /** A quantile of the gamma distribution of this mean, the further weight's square added to its variance. */
    private static double gammaQuantile(double mean, double variance, double further, double probability) {
        if (!(mean > 0)) {
            return 0;
        }
        double scale = (variance + further * further) / mean;
        return scale * GammaDistribution.of(mean / scale, 1).inverseCumulativeProbability(probability);
    }

    private static double varianceOfMean(double[] terms, double mean) {
        double squares =
                Arrays.stream(terms).map(term -> (term - mean) * (term - mean)).sum();
        return squares / terms.length / Math.max(1, terms.length - 1);
    }

    private static double checked(double weight, double largest) {
        if (!(weight >= 0 && weight <= largest * (1 + ROUNDING))) {
            throw new IllegalArgumentException("A weight is " + weight + ", outside of [0, " + largest + "]");
        }
        return weight;
    }
}
