/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.bayestrex.engine.density.Evaluation;

/** One transition of {@link EllipticalSlice} under way: the ellipse, and the bracket of angles that is left. */
final class EllipticalSliceTransition {

    /**
     * Width of the bracket at which the move gives up and the chain stays. The points left are then the
     * current one to all digits that matter, and only a likelihood that contradicts itself gets here.
     */
    private static final double NARROWEST_BRACKET = 1e-12;

    private final State current;
    private final UniformRandomProvider random;
    private final double[] direction;
    private final double logThreshold;

    private double angle;
    private double lowest;
    private double highest;
    private int forwards;

    EllipticalSliceTransition(State current, UniformRandomProvider random) {
        this.current = current;
        this.random = random;
        this.direction = drawPrior(current.position().length, random);
        this.logThreshold = logLikelihood(current.evaluation()) + Math.log(random.nextDouble());
        this.angle = 2 * Math.PI * random.nextDouble();
        this.lowest = angle - 2 * Math.PI;
        this.highest = angle;
    }

    /** Asks for the likelihood at the current angle of the ellipse. */
    Step propose() {
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double[] position = current.position().clone();
        for (int i = 0; i < position.length; i++) {
            position[i] = position[i] * cosine + direction[i] * sine;
        }
        return new Step.Evaluate(position, false, answer -> judge(position, answer));
    }

    private Step judge(double[] position, Evaluation answer) {
        forwards++;
        if (logLikelihood(answer) > logThreshold) {
            return finish(new State(position, answer), 1.0 / forwards);
        }
        if (angle < 0) {
            lowest = angle;
        } else {
            highest = angle;
        }
        if (highest - lowest < NARROWEST_BRACKET) {
            return finish(current, 0);
        }
        angle = lowest + (highest - lowest) * random.nextDouble();
        return propose();
    }

    private Step finish(State state, double acceptance) {
        return new Step.Finished(state, Transition.of(new Move(EllipticalSlice.NAME, acceptance, 0, forwards)));
    }

    private static double logLikelihood(Evaluation evaluation) {
        return evaluation.isBroken() ? Double.NEGATIVE_INFINITY : evaluation.logLikelihood();
    }

    private static double[] drawPrior(int dimension, UniformRandomProvider random) {
        NormalizedGaussianSampler gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[] draw = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            draw[i] = gaussian.sample();
        }
        return draw;
    }
}
