/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.bayestrex.engine.density.Evaluation;

/**
 * A point of phase space with everything that the integrator and the tree need to know of it.
 *
 * @param position the latent point
 * @param momentum its momentum
 * @param evaluation the density's answer at the position
 * @param gradient gradient of the log posterior; meaningless where the energy is infinite
 * @param energy the Hamiltonian, kinetic energy minus log posterior; positive infinity where it is
 *     not a finite number
 */
record PhasePoint(double[] position, double[] momentum, Evaluation evaluation, double[] gradient, double energy) {

    static PhasePoint of(double[] position, double[] momentum, Evaluation evaluation, DiagonalMetric metric) {
        double[] gradient = gradientOf(evaluation, position);
        double energy = metric.kineticEnergy(momentum) - evaluation.logDensity();
        // Minus infinity is as broken as NaN: a density without an upper bound would trap the chain.
        return new PhasePoint(
                position, momentum, evaluation, gradient, Double.isFinite(energy) ? energy : Double.POSITIVE_INFINITY);
    }

    /** The gradient in an answer; a broken model may leave it out, a sound one may not. */
    static double[] gradientOf(Evaluation evaluation, double[] position) {
        double[] gradient = evaluation.gradient();
        if (gradient == null) {
            if (Double.isFinite(evaluation.logDensity())) {
                throw new IllegalArgumentException("the gradient was asked for, but the evaluation has none");
            }
            return position;
        }
        if (gradient.length != position.length) {
            throw new IllegalArgumentException(
                    "gradient of length " + gradient.length + " at a position of length " + position.length);
        }
        return gradient;
    }

    State state() {
        return new State(position, evaluation);
    }
}
