/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

/**
 * A distance to the level set for any target, from its relaxed likelihood and that one's derivative by the logits.
 *
 * <p>With E minus the log likelihood and g its derivative by the logits, {@code 2 E / |g|} is the distance in logits
 * where E is quadratic in them, near the level set. Far away probabilities saturate: E is bounded, g falls like {@code
 * exp(-|l|)}, and the ratio rises exponentially with the logits where the distance itself rises linearly. So its
 * logarithm leads on where E itself is flat.
 */
final class GeneralDistance {

    private GeneralDistance() {}

    /** 0 where the likelihood is highest; infinite where it is not, but no logit changes it. */
    static double of(Target target, double[] logProbabilities, double sigma) {
        int classes = logProbabilities.length;
        double[] probabilities = new double[classes];
        for (int k = 0; k < classes; k++) {
            probabilities[k] = Math.exp(logProbabilities[k]);
        }
        double[] byProbability = new double[classes];
        double energy = -target.logLikelihood(probabilities, sigma, byProbability);
        if (energy <= 0) {
            return 0;
        }
        double reach = Math.log1p(2 * energy / lengthByLogits(probabilities, byProbability));
        return .5 * reach * reach;
    }

    /** Through the softmax's Jacobian {@code dp_k/dl_j = p_k (1{k = j} - p_j)}. */
    private static double lengthByLogits(double[] probabilities, double[] byProbability) {
        double mean = 0;
        for (int k = 0; k < probabilities.length; k++) {
            mean += probabilities[k] * byProbability[k];
        }
        double squares = 0;
        for (int k = 0; k < probabilities.length; k++) {
            double derivative = probabilities[k] * (byProbability[k] - mean);
            squares += derivative * derivative;
        }
        return Math.sqrt(squares);
    }
}
