/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.Optional;
import java.util.stream.IntStream;
import org.bayestrex.engine.density.Answer;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.target.Ambiguous;
import org.jspecify.annotations.Nullable;

/** How many of the plain draws that it is shown are in the level set of a pair, and the likeliest of these. */
final class PairTally {

    private final int first;
    private final int second;
    private final Posterior posterior;
    private int hits;
    private double highest = Double.NEGATIVE_INFINITY;
    private @Nullable Tensor typical;

    PairTally(int first, int second, double sigma) {
        this.first = first;
        this.second = second;
        posterior = new Posterior(Ambiguous.between(first, second), sigma);
    }

    int first() {
        return first;
    }

    int second() {
        return second;
    }

    int hits() {
        return hits;
    }

    /** The input of the highest posterior density among the hits. */
    Optional<Tensor> typical() {
        return Optional.ofNullable(typical);
    }

    /**
     * Looks at a plain draw.
     *
     * @param latent the point
     * @param answer what the networks say there
     * @param confidences the same as probabilities, which all pairs share
     * @param inputs a batch
     * @param row which of its rows is the draw's
     */
    void see(double[] latent, Answer answer, double[] confidences, Tensor inputs, int row) {
        if (!posterior.contains(confidences)) {
            return;
        }
        hits++;
        double density = posterior.evaluation(latent, answer).logDensity();
        if (density > highest) {
            highest = density;
            typical = inputs.row(row);
        }
    }

    /** Softmax of what the networks say. */
    static double[] confidences(Answer answer) {
        float[] logits = answer.logits();
        return Softmax.of(
                IntStream.range(0, logits.length).mapToDouble(k -> logits[k]).toArray());
    }
}
