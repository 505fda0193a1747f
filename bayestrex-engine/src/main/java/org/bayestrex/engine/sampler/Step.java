/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.bayestrex.engine.density.Evaluation;

/**
 * What a suspended transition says: either it needs the density at one point, or it is done.
 *
 * <p>A transition never calls the model. It hands out the point it needs and is resumed with the
 * answer, so that one batch can serve any number of chains, each at its own depth.
 */
public sealed interface Step {

    /**
     * The density is wanted at a point.
     *
     * @param position the point, length d; not written to while the answer is pending
     * @param gradient whether the gradient is wanted as well
     * @param next resumes the transition with the answer; to be called once
     */
    record Evaluate(double[] position, boolean gradient, Continuation next) implements Step {}

    /**
     * The transition is over.
     *
     * @param state the chain's next state
     * @param info what happened on the way
     */
    record Finished(State state, Transition info) implements Step {}

    /** The rest of a suspended transition. */
    @FunctionalInterface
    interface Continuation {
        Step resume(Evaluation answer);
    }
}
