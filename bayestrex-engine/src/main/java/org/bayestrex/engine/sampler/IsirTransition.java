/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;

/** One transition of {@link Isir} under way: the pick is made as candidates come. */
final class IsirTransition {

    private final Isir kernel;
    private final UniformRandomProvider random;
    private final double currentLogWeight;

    private State picked;
    private double logSum;
    private int asked;

    IsirTransition(Isir kernel, State current, UniformRandomProvider random) {
        this.kernel = kernel;
        this.random = random;
        this.picked = current;
        this.currentLogWeight = kernel.logWeight(current.position(), current.evaluation());
        this.logSum = currentLogWeight;
    }

    Step next() {
        while (asked < kernel.candidates()) {
            State ready = kernel.ahead().take();
            if (ready == null) {
                double[] position = kernel.proposal().draw(random);
                return new Step.Evaluate(position, false, answer -> {
                    weigh(new State(position, answer));
                    return next();
                });
            }
            weigh(ready);
        }
        // Where neither the start nor any candidate has a weight, the chain stays.
        double stay = logSum == Double.NEGATIVE_INFINITY ? 1 : Math.exp(currentLogWeight - logSum);
        return new Step.Finished(picked, Transition.of(new Move(Isir.NAME, 1 - stay, 0, asked)));
    }

    /** Reservoir sampling: the newcomer is picked with its share of the weights so far. */
    private void weigh(State candidate) {
        asked++;
        double logWeight = kernel.logWeight(candidate.position(), candidate.evaluation());
        double uniform = random.nextDouble();
        if (logWeight > Double.NEGATIVE_INFINITY) {
            logSum = LogWeights.logSum(new double[] {logSum, logWeight});
            if (Math.log(uniform) < logWeight - logSum) {
                picked = candidate;
            }
        }
    }
}
