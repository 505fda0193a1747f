/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.model.Tensor;

/**
 * What a classifier says of the input at a latent point that is known from elsewhere.
 *
 * @param input what the distribution generates there, without the batch extent
 * @param logits of each class
 * @param confidences probability of each class, in [0, 1], summing to 1
 */
public record Replayed(Tensor input, double[] logits, double[] confidences) {

    /**
     * Asks a classifier about latent points, in their order; on the thread that calls, on which no search of these models may
     * run: with a service of searches it is {@link SearchService#replay}.
     *
     * @param latents each of length {@link DataDistribution#latentSize()}
     * @throws IllegalArgumentException when a latent has another length
     */
    public static List<Replayed> at(List<double[]> latents, Classifier classifier, DataDistribution distribution) {
        for (double[] latent : latents) {
            if (latent.length != distribution.latentSize()) {
                throw new IllegalArgumentException(
                        "A stored draw has %d latents, but %s takes %d: it was drawn elsewhere"
                                .formatted(latent.length, distribution.name(), distribution.latentSize()));
            }
        }
        List<Tensor> inputs = new Inputs(distribution).at(latents);
        List<double[]> logits = Predictions.logits(classifier, inputs);
        List<Replayed> answers = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            answers.add(new Replayed(inputs.get(i), logits.get(i), Softmax.of(logits.get(i))));
        }
        return answers;
    }

    /** The class with the highest confidence. */
    public int predictedClass() {
        return Predictions.favoured(confidences);
    }
}
