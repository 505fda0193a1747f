/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * The relaxed posterior of a target: {@code log p(z) + log L(softmax(f(g(z))))} with {@code z ~ N(0, I)},
 * both without their normalising constants.
 *
 * @param target which prediction is looked for
 * @param sigma width of the relaxation, in probability
 */
public record Posterior(Target target, double sigma) {

    /** Log density of N(0, I), without its constant. */
    static double logPrior(double[] position) {
        double squares = 0;
        for (double z : position) {
            squares += z * z;
        }
        return -.5 * squares;
    }

    /**
     * Log likelihood of a row of logits, and its derivative by each of them, through the softmax's
     * Jacobian {@code dp_k/dl_j = p_k (1{k = j} - p_j)}.
     *
     * @param cotangent length K; written to
     */
    double logLikelihood(double[] logits, double[] cotangent) {
        double[] p = Softmax.of(logits);
        double[] byProbability = new double[p.length];
        double value = target.logLikelihood(p, sigma, byProbability);
        double mean = 0;
        for (int k = 0; k < p.length; k++) {
            mean += byProbability[k] * p[k];
        }
        for (int k = 0; k < p.length; k++) {
            cotangent[k] = p[k] * (byProbability[k] - mean);
        }
        return value;
    }

    /**
     * The log posterior at a point by what the networks said there: the same bits whenever it is asked.
     *
     * @param position the point, length d
     * @param answer the networks' answer at that point
     */
    public Evaluation evaluation(double[] position, Answer answer) {
        double[] logits = widened(answer.logits());
        double likelihood = logLikelihood(logits, new double[logits.length]);
        return new Evaluation(logPrior(position), likelihood, gradient(position, answer.gradient()), logits);
    }

    private static double @Nullable [] gradient(double[] position, float @Nullable [] pulledBack) {
        if (pulledBack == null) {
            return null;
        }
        double[] gradient = widened(pulledBack);
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] -= position[j];
        }
        return gradient;
    }

    static double[] widened(float[] values) {
        double[] result = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            result[k] = values[k];
        }
        return result;
    }

    /** Whether a row of logits lies in the target's level set. */
    public boolean contains(double[] probabilities) {
        return target.contains(probabilities, sigma);
    }

    /** Whether a point lies in the target's level set; one at which the model gave NaN does not. */
    public boolean contains(Evaluation evaluation) {
        return !evaluation.isBroken() && contains(Softmax.of(evaluation.logits()));
    }

    /** Squared distance to the level set in log-odds, which leads from the prior to the posterior. */
    public double distance(Evaluation evaluation) {
        return target.distance(Softmax.logarithms(evaluation.logits()), sigma);
    }
}
