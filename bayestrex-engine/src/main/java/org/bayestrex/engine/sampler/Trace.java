/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.List;

/**
 * What a chain has recorded so far. The arrays are the caller's to read, not to write.
 *
 * @param positions the draws, [n][d]
 * @param logits the model's logits at each draw, [n][K]
 * @param logDensity log posterior of each draw
 * @param logLikelihood log likelihood of each draw
 * @param transitions how each draw was reached
 * @param warmupDivergences divergent transitions of the warm-up
 * @param gradients evaluations with gradient of the chain's whole life
 * @param forwards evaluations without gradient of the chain's whole life
 * @param stepSize the leapfrog step size in use, or NaN without one
 * @since 0.1
 */
public record Trace(
        double[][] positions,
        double[][] logits,
        double[] logDensity,
        double[] logLikelihood,
        List<Transition> transitions,
        int warmupDivergences,
        long gradients,
        long forwards,
        double stepSize) {

    /** Number of draws. */
    public int size() {
        return positions.length;
    }

    /** Divergent transitions among the draws. */
    public int divergences() {
        return (int) transitions.stream().filter(Transition::divergent).count();
    }
}
