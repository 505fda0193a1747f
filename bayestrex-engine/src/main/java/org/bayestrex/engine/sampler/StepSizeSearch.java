/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.function.DoubleConsumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;

/**
 * The heuristic for a first step size (Hoffman and Gelman 2014, algorithm 4): doubles or halves it until
 * the acceptance of one leapfrog step crosses the target. As a kernel it leaves the chain where it is.
 *
 * @param initialStepSize where to begin
 * @param metric mass matrix
 * @param targetAcceptance acceptance to cross
 * @param found told the step size, once
 */
record StepSizeSearch(double initialStepSize, DiagonalMetric metric, double targetAcceptance, DoubleConsumer found)
        implements Kernel {

    /** Where the search ends without success: on a flat density, or where every answer is broken. */
    static final double SMALLEST = 1e-7;

    static final double LARGEST = 1e4;

    @Override
    public Step step(State current, UniformRandomProvider random) {
        if (current.evaluation().gradient() != null) {
            return tryStep(initialStepSize, 0, current, random, 0);
        }
        return new Step.Evaluate(
                current.position(),
                true,
                answer -> tryStep(initialStepSize, 0, new State(current.position(), answer), random, 1));
    }

    /** One leapfrog step; the factor is that of the last change, 0 before the first. */
    private Step tryStep(double stepSize, double factor, State current, UniformRandomProvider random, int gradients) {
        PhasePoint start = PhasePoint.of(current.position(), metric.drawMomentum(random), current.evaluation(), metric);
        if (Double.isInfinite(start.energy())) {
            return finish(initialStepSize, current, gradients);
        }
        Leapfrog leapfrog = new Leapfrog(stepSize, metric);
        Leapfrog.Flight flight = leapfrog.drift(start, true);
        if (!flight.isFinite()) {
            return judge(Double.POSITIVE_INFINITY, stepSize, factor, current, random, gradients);
        }
        return new Step.Evaluate(flight.position(), true, (Evaluation answer) -> {
            double error = leapfrog.land(flight, answer).energy() - start.energy();
            return judge(error, stepSize, factor, current, random, gradients + 1);
        });
    }

    private Step judge(
            double error, double stepSize, double factor, State current, UniformRandomProvider random, int gradients) {
        double wanted = -error > Math.log(targetAcceptance) ? 2 : .5;
        if (factor != 0 && wanted != factor) {
            return finish(stepSize, current, gradients);
        }
        double next = stepSize * wanted;
        if (next < SMALLEST || next > LARGEST) {
            return finish(stepSize, current, gradients);
        }
        return tryStep(next, wanted, current, random, gradients);
    }

    private Step finish(double stepSize, State current, int gradients) {
        found.accept(stepSize);
        return new Step.Finished(current, Transition.of(new Move(Nuts.NAME, 0, gradients, 0)));
    }
}
