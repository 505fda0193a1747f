/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

/**
 * How many independent draws the chains are worth (Vehtari et al. 2021, section 3.2 and 4; truncation of the
 * autocorrelations by Geyer's initial monotone sequence, 1992).
 *
 * <p>Arguments are draws of one quantity, chains x draws; chains of unequal length are cut to the shortest. The value
 * is NaN where it is undefined: fewer than 4 draws, a draw that is not finite, or draws that are all equal. Other
 * software answers the number of draws for equal ones; but chains that never moved, and an event that never happened,
 * look just like that and are worth next to nothing, so it is left to the caller to say what they mean.
 */
public final class EffectiveSampleSize {

    private EffectiveSampleSize() {}

    /** Effective size of the normal scores of the ranks: the middle of the distribution, whatever its tails. */
    public static double bulk(double[][] draws) {
        double[][] chains = Chains.trimmed(draws);
        return Chains.informative(chains) ? ofChains(Ranks.normalised(Chains.split(chains))) : Double.NaN;
    }

    /**
     * The smaller effective size of the 5% and 95% quantiles.
     *
     * <p>A quantile that is the largest draw itself cuts nothing off; it is then left out, and the value is NaN where
     * both are.
     */
    public static double tail(double[][] draws) {
        double low = quantile(draws, .05);
        double high = quantile(draws, .95);
        if (Double.isNaN(low)) {
            return high;
        }
        return Double.isNaN(high) ? low : Math.min(low, high);
    }

    /** Effective size for the mean of the draws as they are. */
    public static double mean(double[][] draws) {
        double[][] chains = Chains.trimmed(draws);
        return Chains.informative(chains) ? ofChains(Chains.split(chains)) : Double.NaN;
    }

    /**
     * Effective size for a quantile: that of the indicator of lying at or below it.
     *
     * @param probability in (0, 1)
     */
    public static double quantile(double[][] draws, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("A quantile's probability must be in (0, 1), but is " + probability);
        }
        double[][] chains = Chains.trimmed(draws);
        if (!Chains.informative(chains)) {
            return Double.NaN;
        }
        return mean(Ranks.atMost(chains, Ranks.quantile(Chains.sorted(chains), probability)));
    }

    /** S / tau with tau the integrated autocorrelation time of chains that are split already. */
    private static double ofChains(double[][] chains) {
        if (Chains.constant(chains)) {
            return Double.NaN;
        }
        double size = (double) chains.length * chains[0].length;
        // Antithetic chains may beat independence, but not without bound.
        return size / Math.max(autocorrelationTime(chains), 1 / Math.log10(size));
    }

    private static double autocorrelationTime(double[][] chains) {
        int n = chains[0].length;
        double[] autocovariance = Autocovariance.mean(chains);
        double within = autocovariance[0] * n / (n - 1.0);
        double total = autocovariance[0] + Moments.variance(Moments.means(chains));
        double even = 1;
        double odd = 1 - (within - autocovariance[1]) / total;
        double previousPair = Double.POSITIVE_INFINITY;
        double time = -1;
        for (int lag = 2; lag < n - 2 && even + odd > 0; lag += 2) {
            previousPair = Math.min(previousPair, even + odd);
            time += 2 * previousPair;
            even = 1 - (within - autocovariance[lag]) / total;
            odd = 1 - (within - autocovariance[lag + 1]) / total;
        }
        // The pair at which the sequence stopped is half in: its even lag counts once, if it is not noise below zero.
        return time + (even + odd >= 0 ? even : Math.max(0, even));
    }
}
