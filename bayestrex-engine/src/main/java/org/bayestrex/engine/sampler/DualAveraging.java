/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/** Step-size adaptation by dual averaging (Hoffman and Gelman 2014, section 3.2, with their constants). */
final class DualAveraging {

    private static final double GAMMA = .05;
    private static final double KAPPA = .75;
    private static final double T0 = 10;

    private final double target;
    private double mu;
    private double updates;
    private double meanShortfall;
    private double logStep;
    private double averageLogStep;

    DualAveraging(double initialStepSize, double targetAcceptance) {
        this.target = targetAcceptance;
        restart(initialStepSize);
    }

    /** Forgets all updates and begins again from a step size; tries ten times larger ones first. */
    final void restart(double stepSize) {
        mu = Math.log(10 * stepSize);
        updates = 0;
        meanShortfall = 0;
        logStep = Math.log(stepSize);
        averageLogStep = logStep;
    }

    void update(double acceptance) {
        updates++;
        double weight = 1 / (updates + T0);
        meanShortfall += weight * (target - acceptance - meanShortfall);
        logStep = mu - Math.sqrt(updates) / GAMMA * meanShortfall;
        averageLogStep += Math.pow(updates, -KAPPA) * (logStep - averageLogStep);
    }

    /** The step size to explore with next. */
    double stepSize() {
        return Math.exp(logStep);
    }

    /** The step size to keep when adaptation ends. */
    double averageStepSize() {
        return Math.exp(averageLogStep);
    }
}
