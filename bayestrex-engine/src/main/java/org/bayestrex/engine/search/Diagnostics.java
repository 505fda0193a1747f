/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.List;

/**
 * Whether the draws can be trusted. Figures of {@code maxRHat}, {@code minBulkEss}, {@code minTailEss} and
 * {@code quantities} are those of the draws that are handed out, whoever made them.
 *
 * @param maxRHat largest rank-normalised split R-hat (bulk and folded) over summaries and log density
 * @param minBulkEss smallest bulk effective sample size over summaries and log density
 * @param minTailEss smallest tail effective sample size over summaries and log density
 * @param divergences divergent transitions of the chains after warm-up
 * @param minBfmi smallest energy Bayesian fraction of missing information over the chains; NaN
 *     without a Hamiltonian kernel
 * @param paretoK shape of the tail of the weights of independent draws: below .7 they can be trusted; NaN
 *     where there are none, and of draws of the prior, whose weights are bounded
 * @param ancestors number of independent draws that the chains descend from
 * @param source who made the draws that are handed out: {@link Part#WEIGHTED} or {@link Part#CHAINS}
 * @param quantities the figures of each summary and of the log density; summaries are the latents, unless the data distribution
 *     has {@linkplain org.bayestrex.engine.model.DataDistribution#summaries others}. One that is the same in all draws is no evidence for or against
 * @param chains what each chain did
 * @param problems what speaks against convergence, each a sentence that says what to do; empty when
 *     nothing does
 */
public record Diagnostics(
        double maxRHat,
        double minBulkEss,
        double minTailEss,
        int divergences,
        double minBfmi,
        double paretoK,
        int ancestors,
        String source,
        List<Quantity> quantities,
        List<ChainSummary> chains,
        List<String> problems) {

    /**
     * Figures of one quantity over all chains.
     *
     * @param name "z[0]" for the first latent, where latents are the summaries, "log density" for the log posterior
     * @param mean mean over the draws
     * @param standardDeviation standard deviation over the draws
     * @param mcse Monte Carlo standard error of the mean
     * @param rHat rank-normalised split R-hat, the larger of bulk and folded
     * @param bulkEss bulk effective sample size
     * @param tailEss tail effective sample size
     */
    public record Quantity(
            String name,
            double mean,
            double standardDeviation,
            double mcse,
            double rHat,
            double bulkEss,
            double tailEss) {}

    /**
     * What one chain did after warm-up.
     *
     * @param draws recorded draws
     * @param acceptance mean acceptance statistic of NUTS, in [0, 1]; NaN where it did not run
     * @param stepSize NUTS step size after warm-up; NaN where it did not run
     * @param depth mean depth of the NUTS tree; NaN where it did not run
     * @param divergences divergent transitions
     * @param maxEnergyError largest absolute energy error along any trajectory
     * @param bfmi E-BFMI; NaN without a Hamiltonian kernel
     */
    public record ChainSummary(
            int draws,
            double acceptance,
            double stepSize,
            double depth,
            int divergences,
            double maxEnergyError,
            double bfmi) {}

    public Diagnostics {
        quantities = List.copyOf(quantities);
        chains = List.copyOf(chains);
        problems = List.copyOf(problems);
    }

    /** Whether nothing speaks against convergence. */
    public boolean converged() {
        return problems.isEmpty();
    }
}
