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
