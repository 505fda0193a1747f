/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * Fits a proposal to points.
 *
 * @since 0.1
 */
public interface ProposalFit {

    /**
     * A proposal that holds a share of the prior; null where the points do not say enough to gain by it.
     *
     * @param points distinct positions, [n][d]
     * @param weights of the points, positive
     * @param random for whatever the fit draws
     */
    @Nullable
    Proposal of(double[][] points, double[] weights, UniformRandomProvider random);

    /** Effective points that a fit is to be led by, in so many dimensions. */
    double lead(int dimension);

    /** Most rounds of fitting and drawing. */
    int mostRounds();
}
