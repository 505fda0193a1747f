/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Monte Carlo standard errors of estimates from chains (Vehtari et al. 2021, section 4.3 and 4.4).
 *
 * <p>Undefined values are NaN under the same conditions as {@link EffectiveSampleSize}: draws that are all equal have
 * no known error, not the error 0.
 */
public final class MonteCarloError {

    private static final double ONE_SIGMA_BELOW = NormalDistribution.of(0, 1).cumulativeProbability(-1);

    private MonteCarloError() {}

    /** Standard error of the mean of all draws: their standard deviation over the root of the effective size. */
    public static double ofMean(double[][] draws) {
        double[][] chains = Chains.trimmed(draws);
        if (!Chains.informative(chains)) {
            return Double.NaN;
        }
        return Math.sqrt(Moments.variance(Chains.pooled(chains)) / EffectiveSampleSize.mean(chains));
    }

    /**
     * Standard error of a quantile: half the distance of the draws between which it lies within one standard error,
     * by the beta distribution of the level of an order statistic.
     *
     * @param probability in (0, 1)
     */
    public static double ofQuantile(double[][] draws, double probability) {
        double effective = EffectiveSampleSize.quantile(draws, probability);
        if (Double.isNaN(effective)) {
            return Double.NaN;
        }
        double[] sorted = Chains.sorted(Chains.trimmed(draws));
        BetaDistribution level = BetaDistribution.of(effective * probability + 1, effective * (1 - probability) + 1);
        double below = level.inverseCumulativeProbability(ONE_SIGMA_BELOW) * sorted.length - 1;
        double above = level.inverseSurvivalProbability(ONE_SIGMA_BELOW) * sorted.length - 1;
        double low = sorted[(int) Math.floor(Math.max(below, 0))];
        double high = sorted[(int) Math.ceil(Math.min(above, sorted.length - 1))];
        return (high - low) / 2;
    }
}
