/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.bayestrex.engine.density.Evaluation;

/**
 * The leapfrog (velocity Verlet) integrator of Hamilton's equations (Neal 2011, section 5.2.3.3), cut in
 * two where it needs the gradient: {@link #drift} moves the position, {@link #land} completes the momentum.
 *
 * @param stepSize the step size
 * @param metric the mass matrix
 */
record Leapfrog(double stepSize, DiagonalMetric metric) {

    /**
     * A step that waits for the gradient at its new position.
     *
     * @param position the new position
     * @param momentum the momentum half a step before it
     * @param step the signed step size
     */
    record Flight(double[] position, double[] momentum, double step) {

        /** False once the position has overflowed: no model should be asked there. */
        boolean isFinite() {
            double sum = 0;
            for (double x : position) {
                sum += 0 * x;
            }
            return sum == 0;
        }
    }

    /** Half a step of momentum, then a whole one of position; backward in time if so asked. */
    Flight drift(PhasePoint from, boolean forward) {
        double step = forward ? stepSize : -stepSize;
        double half = step / 2;
        double[] position = from.position().clone();
        double[] momentum = from.momentum().clone();
        double[] gradient = from.gradient();
        for (int i = 0; i < position.length; i++) {
            momentum[i] += half * gradient[i];
            position[i] += step * metric.variance(i) * momentum[i];
        }
        return new Flight(position, momentum, step);
    }

    /** The other half of the momentum's step, with the gradient at the new position. */
    PhasePoint land(Flight flight, Evaluation answer) {
        double half = flight.step() / 2;
        double[] momentum = flight.momentum().clone();
        double[] gradient = PhasePoint.gradientOf(answer, flight.position());
        for (int i = 0; i < momentum.length; i++) {
            momentum[i] += half * gradient[i];
        }
        return PhasePoint.of(flight.position(), momentum, answer, metric);
    }
}
