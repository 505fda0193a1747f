/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;

/**
 * Rubin's eight schools, non-centred: position is (mu, log tau, standardised effects of the schools), with
 * {@code mu ~ N(0, 5)} and {@code tau ~ half-Cauchy(5)}.
 */
final class EightSchools implements LogDensity {

    private static final double[] EFFECT = {28, 8, -3, 7, -1, 1, 18, 12};
    private static final double[] ERROR = {15, 10, 16, 11, 9, 11, 10, 18};
    private static final double[] NO_LOGITS = {};

    static final int DIMENSION = 10;

    @Override
    public Evaluation evaluate(double[] position, boolean withGradient) {
        double mu = position[0];
        double tau = Math.exp(position[1]);
        double tail = 1 + tau * tau / 25;
        double value = -mu * mu / 50 - Math.log(tail) + position[1];
        double[] gradient = new double[DIMENSION];
        gradient[0] = -mu / 25;
        gradient[1] = 1 - 2 * tau * tau / 25 / tail;
        for (int j = 0; j < EFFECT.length; j++) {
            double standardised = position[2 + j];
            double residual = (EFFECT[j] - mu - tau * standardised) / ERROR[j];
            double pull = residual / ERROR[j];
            value -= (standardised * standardised + residual * residual) / 2;
            gradient[0] += pull;
            gradient[1] += pull * tau * standardised;
            gradient[2 + j] = pull * tau - standardised;
        }
        return new Evaluation(value, 0, withGradient ? gradient : null, NO_LOGITS);
    }
}
