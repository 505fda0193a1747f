/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;

/** Mixtures of Student's t with full covariances, for latents of a generator. */
record NormalMixtures() implements ProposalFit {

    private static final int COMPONENTS = 32;
    private static final int MOST_ROUNDS = 16;
    /** So many, or so many for each dimension. */
    private static final double LEAD = 250;

    private static final double LEAD_EACH = 8;

    @Override
    public Proposal of(double[][] points, double[] weights, UniformRandomProvider random) {
        return MixtureFit.of(points, weights, COMPONENTS, random);
    }

    @Override
    public int mostRounds() {
        return MOST_ROUNDS;
    }

    @Override
    public double lead(int dimension) {
        return Math.max(LEAD, LEAD_EACH * dimension);
    }
}
