/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.target.HighConfidence;

/**
 * A model of the log-odds {@code 4 (z_0 - shift)}, of which everything is known.
 *
 * @param dimension number of latents
 * @param shift where the two classes are equally likely
 * @param confidence in class 0 that is looked for
 */
record HalfSpace(int dimension, double shift, double confidence) {

    private static final double SIGMA = .05;
    private static final double SLOPE = 4;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Full confidence in a class, of the given mass. */
    static HalfSpace ofMass(int dimension, double mass) {
        return new HalfSpace(dimension, NORMAL.inverseSurvivalProbability(mass) - Math.log(9) / SLOPE, 1);
    }

    LogOddsModel model() {
        return LogOddsModel.linear(dimension, SLOPE, shift);
    }

    HighConfidence target() {
        return HighConfidence.of(0).withConfidence(confidence);
    }

    Findings search(Sampling sampling) {
        return SteppedSearch.of(model(), target(), sampling);
    }

    /** P(z in the level set). */
    double mass() {
        double from = where(confidence - 2 * SIGMA);
        return confidence == 1
                ? NORMAL.survivalProbability(from)
                : NORMAL.probability(from, where(confidence + 2 * SIGMA));
    }

    private double where(double probability) {
        return shift + Math.log(probability / (1 - probability)) / SLOPE;
    }

    /** Posterior mean of z_0. */
    double mean() {
        return expectation(z -> z);
    }

    /** Posterior probability of the level set. */
    double share() {
        double from = where(confidence - 2 * SIGMA);
        double to = confidence == 1 ? Double.POSITIVE_INFINITY : where(confidence + 2 * SIGMA);
        return expectation(z -> z >= from && z <= to ? 1 : 0);
    }

    private double expectation(DoubleUnaryOperator figure) {
        double sum = 0;
        double weights = 0;
        for (double z = -9; z <= 9; z += 1e-4) {
            double p = 1 / (1 + Math.exp(-SLOPE * (z - shift)));
            double residual = (confidence - p) / SIGMA;
            double weight = Math.exp(-.5 * (z * z + residual * residual));
            sum += weight * figure.applyAsDouble(z);
            weights += weight;
        }
        return sum / weights;
    }
}
