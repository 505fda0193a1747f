/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A proposal that a data distribution makes by itself, because it knows what its latents stand for: another colour of one
 * object, say. Reversible with respect to N(0, I): a point drawn from it and then moved has the same distribution in both
 * orders. So the Metropolis-Hastings ratio of a posterior is that of the likelihoods, and whatever the distribution does not
 * {@linkplain DataDistribution#admits admit} is rejected like a point whose likelihood is 0.
 *
 * @since 0.1
 */
public interface PriorMove {

    /** What it moves, in reports: one or two words. */
    String name();

    /**
     * Proposes a point; may be one that is not admitted.
     *
     * @param latent where the chain is, length d; not written to
     * @param random the chain's own stream
     * @return length d
     */
    double[] propose(double[] latent, UniformRandomProvider random);
}
