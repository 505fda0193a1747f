/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.function.DoubleUnaryOperator;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;

/** Densities whose answers are known without a sampler. */
final class Densities {

    private static final double[] NO_LOGITS = {};

    private Densities() {}

    /** A likelihood and its gradient, to be multiplied by a standard normal prior. */
    interface LogLikelihood {

        /** The value; adds the gradient to the second argument. */
        double at(double[] position, double[] gradient);
    }

    /** A standard normal prior times a likelihood. */
    static LogDensity posterior(LogLikelihood likelihood) {
        return (position, withGradient) -> {
            double[] gradient = new double[position.length];
            double logPrior = 0;
            for (int i = 0; i < position.length; i++) {
                logPrior -= position[i] * position[i] / 2;
                gradient[i] = -position[i];
            }
            double logLikelihood = likelihood.at(position, gradient);
            return new Evaluation(logPrior, logLikelihood, withGradient ? gradient : null, NO_LOGITS);
        };
    }

    static LogDensity standardNormal() {
        return posterior((position, gradient) -> 0);
    }

    /** A two-dimensional normal with the given standard deviations and correlation. */
    static LogDensity normal(double sd1, double sd2, double correlation) {
        double scale = 1 / (1 - correlation * correlation);
        return (z, withGradient) -> {
            double a = z[0] / sd1;
            double b = z[1] / sd2;
            double[] gradient = {-scale * (a - correlation * b) / sd1, -scale * (b - correlation * a) / sd2};
            double value = -scale * (a * a - 2 * correlation * a * b + b * b) / 2;
            return new Evaluation(value, 0, withGradient ? gradient : null, NO_LOGITS);
        };
    }

    /** A standard normal on one side; on the other, the model answers NaN. */
    static LogDensity brokenBelowZero() {
        return posterior((position, gradient) -> position[0] < 0 ? Double.NaN : 0);
    }

    static LogDensity brokenEverywhere() {
        return posterior((position, gradient) -> Double.NaN);
    }

    /** {@code t ~ N(response(z_1), sigma)}. */
    static LogDensity levelOfFirst(
            DoubleUnaryOperator response, DoubleUnaryOperator slope, double level, double sigma) {
        return posterior((position, gradient) -> {
            double residual = (level - response.applyAsDouble(position[0])) / sigma;
            gradient[0] += residual / sigma * slope.applyAsDouble(position[0]);
            return -residual * residual / 2;
        });
    }

    /** {@code t ~ N(logistic(k (|z| - radius)), sigma)}. */
    static LogDensity levelOfRadius(double k, double radius, double level, double sigma) {
        return posterior((position, gradient) -> {
            double norm = norm(position);
            double p = logistic(k * (norm - radius));
            double residual = (level - p) / sigma;
            for (int i = 0; i < position.length; i++) {
                gradient[i] += residual / sigma * k * p * (1 - p) * position[i] / norm;
            }
            return -residual * residual / 2;
        });
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double norm(double[] position) {
        double sum = 0;
        for (double x : position) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
