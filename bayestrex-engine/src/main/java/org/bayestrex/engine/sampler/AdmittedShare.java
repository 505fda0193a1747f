/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.Prior;

/**
 * The share of a proposal's draws that a data distribution admits, by trying. No model is asked, so it costs next to nothing beside
 * the draws themselves.
 *
 * @param admitted number of tries that were
 * @param tries their number, at least as many; both 0 where everything is admitted
 * @since 0.1
 */
public record AdmittedShare(long admitted, long tries) {

    /** Nothing is refused. */
    public static final AdmittedShare ALL = new AdmittedShare(0, 0);

    /** With none of so many the share is unknown, and as good as 0. */
    private static final int MOST_TRIES = 400_000;

    /**
     * Tries until so many are admitted, but not without end.
     *
     * @param wanted admitted draws, positive: the relative standard error is one over its root
     */
    public static AdmittedShare of(Proposal proposal, Prior prior, int wanted, UniformRandomProvider random) {
        if (!prior.isRestricted()) {
            return ALL;
        }
        int admitted = 0;
        int tries = 0;
        while (admitted < wanted && tries < MOST_TRIES) {
            tries++;
            admitted += prior.admits(proposal.draw(random)) ? 1 : 0;
        }
        return new AdmittedShare(admitted, tries);
    }

    /** The share, positive. */
    public double value() {
        return tries == 0 ? 1 : Math.max(.5, admitted) / tries;
    }

    /** Variance of the logarithm of the share, of a share that is small or not. */
    public double logVariance() {
        return tries == 0 ? 0 : (1 - value()) / Math.max(.5, admitted);
    }
}
