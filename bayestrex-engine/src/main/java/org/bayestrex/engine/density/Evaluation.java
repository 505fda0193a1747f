/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the log posterior at one point.
 *
 * @param logPrior log density of the prior, up to a constant
 * @param logLikelihood log of the relaxed likelihood, up to a constant; NaN counts as negative infinity
 * @param gradient gradient of {@code logPrior + logLikelihood} by the position, or null where it was
 *     not asked for
 * @param logits the model's logits at the point; empty for densities without a model
 */
public record Evaluation(double logPrior, double logLikelihood, double @Nullable [] gradient, double[] logits) {

    /** At a point that the data distribution does not admit: no density, and no model was asked. */
    public static Evaluation refused() {
        return new Evaluation(Double.NEGATIVE_INFINITY, Double.NaN, null, new double[0]);
    }

    /** Whether the data distribution does not admit the point; such a point {@link #isBroken}, too. */
    public boolean isRefused() {
        return logPrior == Double.NEGATIVE_INFINITY;
    }

    /** A point in which the model gave no usable answer: zero density. */
    public boolean isBroken() {
        return Double.isNaN(logPrior + logLikelihood);
    }

    /** Log posterior, up to a constant; negative infinity where the model gave NaN. */
    public double logDensity() {
        double sum = logPrior + logLikelihood;
        return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum;
    }
}
