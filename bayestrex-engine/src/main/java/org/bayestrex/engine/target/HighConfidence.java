/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import java.util.OptionalInt;

/**
 * Inputs predicted as one class with a given confidence: {@code confidence ~ N(p_C, sigma)} (Booth et
 * al. 2021, equation 4).
 *
 * <p>The level set is {@code p_C >= 1 - 2 sigma} for full confidence, else {@code |p_C - confidence|
 * <= 2 sigma}.
 *
 * @param targetClass the class, from 0
 * @param confidence the confidence looked for, in (0, 1]
 */
public record HighConfidence(int targetClass, double confidence) implements Target {

    public HighConfidence {
        if (targetClass < 0) {
            throw new IllegalArgumentException("HighConfidence: targetClass must be 0 or more, but is " + targetClass);
        }
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("HighConfidence: confidence must be in (0, 1], but is " + confidence);
        }
    }

    /** Full confidence in a class. */
    public static HighConfidence of(int targetClass) {
        return new HighConfidence(targetClass, 1);
    }

    /** The same class with another confidence, in (0, 1]. */
    public HighConfidence withConfidence(double value) {
        return new HighConfidence(targetClass, value);
    }

    @Override
    public String describe() {
        return confidence == 1 ? "confident in " + targetClass : "confidence " + confidence + " in " + targetClass;
    }

    @Override
    public void requireFits(int classes) {
        ClassIndex.require("HighConfidence", "targetClass", targetClass, classes);
    }

    @Override
    public double logLikelihood(double[] probabilities, double sigma, double[] gradient) {
        double residual = (confidence - probabilities[targetClass]) / sigma;
        gradient[targetClass] += residual / sigma;
        return -.5 * residual * residual;
    }

    @Override
    public boolean contains(double[] probabilities, double sigma) {
        return Math.abs(confidence - probabilities[targetClass]) <= 2 * sigma;
    }

    /** In log-odds of the class; one-sided for full confidence, from one sigma on. */
    @Override
    public double distance(double[] logProbabilities, double sigma) {
        double logOdds = LogOdds.of(logProbabilities, k -> k == targetClass);
        if (confidence == 1) {
            double shortfall = Math.max(0, LogOdds.of(1 - sigma) - logOdds);
            return .5 * shortfall * shortfall;
        }
        double width = sigma / (confidence * (1 - confidence));
        double residual = (logOdds - LogOdds.of(confidence)) / width;
        return .5 * residual * residual;
    }

    @Override
    public OptionalInt claimedClass() {
        return OptionalInt.of(targetClass);
    }
}
