/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.bayestrex.engine.density.Evaluation;

/**
 * Random-walk Metropolis (Metropolis et al. 1953): a normal step, taken or not by the ratio of the
 * densities. Needs no gradient; a step to a point at which the model gives NaN is never taken.
 *
 * @param stepSize length of a step in standard deviations of the posterior
 * @param scale the posterior's variances, as far as they are known
 * @since 0.1
 */
public record RandomWalk(double stepSize, DiagonalMetric scale) implements Kernel {

    /** Its name in reports. */
    public static final String NAME = "random walk";

    /** Acceptance between the best of one dimension, .44, and of many, .234 (Roberts, Gelman and Gilks 1997). */
    static final double TARGET_ACCEPTANCE = .3;

    /** Checks the number. */
    public RandomWalk {
        if (!(stepSize > 0) || Double.isInfinite(stepSize)) {
            throw new IllegalArgumentException("step size must be positive and finite: " + stepSize);
        }
    }

    /** The step size that is best for a normal posterior in many dimensions. */
    static double firstStepSize(int dimension) {
        return 2.38 / Math.sqrt(dimension);
    }

    @Override
    public Step step(State current, UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[] position = current.position().clone();
        for (int i = 0; i < position.length; i++) {
            position[i] += stepSize * Math.sqrt(scale.variance(i)) * gaussian.sample();
        }
        double logUniform = Math.log(random.nextDouble());
        return new Step.Evaluate(position, false, answer -> judge(current, position, answer, logUniform));
    }

    private static Step judge(State current, double[] position, Evaluation answer, double logUniform) {
        double logRatio = answer.logDensity() - current.evaluation().logDensity();
        // From a start without density every point with one is better; NaN, of none and none, stays.
        double acceptance = Double.isNaN(logRatio) ? 0 : Math.min(1, Math.exp(logRatio));
        State next = logUniform < logRatio ? new State(position, answer) : current;
        return new Step.Finished(next, Transition.of(new Move(NAME, acceptance, 0, answer.isRefused() ? 0 : 1)));
    }
}
