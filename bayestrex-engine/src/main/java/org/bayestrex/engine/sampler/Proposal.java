/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A normalised density that can be drawn from, for moves that propose afresh.
 *
 * @since 0.1
 */
public interface Proposal {

    /** Draws a position, length d. */
    double[] draw(UniformRandomProvider random);

    /** What the density of N(0, I) over this one cannot exceed; positive infinity where nothing bounds it. */
    default double largestPriorRatio() {
        return Double.POSITIVE_INFINITY;
    }

    /** Log density at a position, normalised. */
    double logDensity(double[] position);
}
