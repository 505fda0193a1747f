/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;

/** One transition of {@link Isir} under way: candidates come one by one, and the pick is made as they come. */
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
        if (asked == kernel.candidates()) {
            // Where neither the start nor any candidate has a weight, the chain stays.
            double stay = logSum == Double.NEGATIVE_INFINITY ? 1 : Math.exp(currentLogWeight - logSum);
            return new Step.Finished(picked, Transition.of(new Move(Isir.NAME, 1 - stay, 0, asked)));
        }
        double[] position = kernel.proposal().draw(random);
        return new Step.Evaluate(position, false, answer -> weigh(position, answer));
    }

    /** Reservoir sampling: the newcomer is picked with its share of the weights so far. */
    private Step weigh(double[] position, Evaluation answer) {
        asked++;
        double logWeight = kernel.logWeight(position, answer);
        double uniform = random.nextDouble();
        if (logWeight > Double.NEGATIVE_INFINITY) {
            logSum = LogWeights.logSum(new double[] {logSum, logWeight});
            if (Math.log(uniform) < logWeight - logSum) {
                picked = new State(position, answer);
            }
        }
        return next();
    }
}
