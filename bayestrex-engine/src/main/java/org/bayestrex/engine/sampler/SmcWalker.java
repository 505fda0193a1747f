/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.model.Prior;

/** One slot of a population: moves whatever particle it is given, with its own random numbers. */
final class SmcWalker {

    private final UniformRandomProvider random;
    private Step step;

    /** Begins with a draw of the prior. */
    SmcWalker(Prior prior, UniformRandomProvider random) {
        this.random = random;
        double[] position = prior.draw(random);
        this.step = new Step.Evaluate(
                position,
                false,
                answer ->
                        new Step.Finished(new State(position, answer), Transition.of(new Move("prior draw", 1, 0, 1))));
    }

    void begin(Kernel kernel, State from) {
        step = kernel.step(from, random);
    }

    /** The point at which the density is wanted. */
    double[] position() {
        return step instanceof Step.Evaluate asked ? asked.position() : state().position();
    }

    /** Goes on; true when the move is over. */
    boolean resume(Evaluation answer) {
        if (step instanceof Step.Evaluate asked) {
            step = asked.next().resume(answer);
        }
        return step instanceof Step.Finished;
    }

    /** Where the last move ended. */
    State state() {
        if (step instanceof Step.Finished finished) {
            return finished.state();
        }
        throw new IllegalStateException("a particle is asked for its state in the middle of a move");
    }
}
