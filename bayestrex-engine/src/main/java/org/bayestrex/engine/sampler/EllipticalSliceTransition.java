/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;

/** One move of elliptical slice sampling under way: the ellipse, and the bracket of angles that is left. */
final class EllipticalSliceTransition {

    /**
     * Width of the bracket at which the move gives up and the chain stays. The points left are then the
     * current one to all digits that matter, and only a likelihood that contradicts itself gets here.
     */
    private static final double NARROWEST_BRACKET = 1e-12;

    private final State current;
    private final double[] centre;
    private final double[] offset;
    private final ToDoubleFunction<State> logLikelihood;
    private final UniformRandomProvider random;
    private final double logThreshold;

    private double angle;
    private double lowest;
    private double highest;
    private int tries;
    private int forwards;

    /**
     * A move for a target that is a normal density times a likelihood.
     *
     * @param centre mean of the normal, length d
     * @param offset a draw of the normal less its mean, length d
     * @param logLikelihood up to a constant; NaN counts as negative infinity
     */
    EllipticalSliceTransition(
            State current,
            double[] centre,
            double[] offset,
            ToDoubleFunction<State> logLikelihood,
            UniformRandomProvider random) {
        this.current = current;
        this.centre = centre;
        this.offset = offset;
        this.logLikelihood = logLikelihood;
        this.random = random;
        this.logThreshold = logLikelihood(current) + Math.log(random.nextDouble());
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
            position[i] = centre[i] + (position[i] - centre[i]) * cosine + offset[i] * sine;
        }
        return new Step.Evaluate(position, false, answer -> judge(position, answer));
    }

    private Step judge(double[] position, Evaluation answer) {
        tries++;
        forwards += answer.isRefused() ? 0 : 1;
        State proposed = new State(position, answer);
        if (logLikelihood(proposed) > logThreshold) {
            return finish(proposed, 1.0 / tries);
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

    private double logLikelihood(State state) {
        double value = logLikelihood.applyAsDouble(state);
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
