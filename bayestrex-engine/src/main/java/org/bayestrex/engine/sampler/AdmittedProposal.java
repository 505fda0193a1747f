/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.Prior;

/**
 * A proposal given that its draw is admitted: drawn again until it is, which costs no evaluation. The density is over the share admitted. That is an
 * estimate; it is one factor for all points, so that weights within one proposal's draws, and whatever kernel picks by them, are right
 * whatever it is. Weights across proposals, and masses, have its error.
 *
 * @param proposal of positions, admitted or not
 * @param prior says what is admitted
 * @param share of the proposal's draws that are
 * @since 0.1
 */
public record AdmittedProposal(Proposal proposal, Prior prior, AdmittedShare share) implements Proposal {

    @Override
    public double[] draw(UniformRandomProvider random) {
        return prior.draw(proposal::draw, random);
    }

    /** Of the prior given what is admitted, by the estimated share, over this one, without the prior's own share. */
    @Override
    public double largestPriorRatio() {
        return proposal.largestPriorRatio() * share.value();
    }

    @Override
    public double logDensity(double[] position) {
        return proposal.logDensity(position) - Math.log(share.value());
    }
}
