/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import java.util.Arrays;

/**
 * Rank-normalised split R-hat: how much wider the chains are together than each half-chain alone (Vehtari, Gelman,
 * Simpson, Carpenter and Buerkner 2021, Bayesian Analysis 16(2)). Near 1 when they agree; 1.01 is the customary limit.
 *
 * <p>Arguments are draws of one quantity, chains x draws; chains of unequal length are cut to the shortest. The value
 * is NaN where it is undefined: fewer than 4 draws, a draw that is not finite, or draws that are all equal. It is
 * positive infinity where every half-chain is constant but they differ. Ask {@code !(rHat <= limit)}, so that NaN does
 * not pass.
 */
public final class RHat {

    private RHat() {}

    /** The larger of {@link #bulk} and {@link #folded}; the folded part is left out where it alone is undefined. */
    public static double of(double[][] draws) {
        double bulk = bulk(draws);
        double folded = folded(draws);
        return Double.isNaN(folded) ? bulk : Math.max(bulk, folded);
    }

    /** R-hat of the normal scores: sees chains that differ in location. */
    public static double bulk(double[][] draws) {
        double[][] chains = Chains.trimmed(draws);
        return Chains.informative(chains) ? classic(Ranks.normalised(Chains.split(chains))) : Double.NaN;
    }

    /** R-hat of the normal scores of the distances from the median: sees chains that differ in scale. */
    public static double folded(double[][] draws) {
        double[][] chains = Chains.trimmed(draws);
        return Chains.informative(chains) ? classic(Ranks.normalised(Ranks.folded(Chains.split(chains)))) : Double.NaN;
    }

    /** Square root of (W (n-1)/n + B/n) / W, Gelman and Rubin (1992) with B and W as in Vehtari et al., equations 1-4. */
    private static double classic(double[][] chains) {
        double n = chains[0].length;
        double within = Moments.meanVariance(chains);
        double betweenOverN = Moments.variance(Moments.means(chains));
        if (Arrays.stream(chains).allMatch(chain -> Chains.constant(new double[][] {chain}))) {
            return betweenOverN > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        return Math.sqrt(betweenOverN / within + (n - 1) / n);
    }
}
