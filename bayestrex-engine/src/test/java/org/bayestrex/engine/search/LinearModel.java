/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import org.bayestrex.engine.model.LatentClassifier;

/**
 * Logits that are linear in the latents, in plain Java, with their gradient.
 *
 * @param weights [K][d]
 * @param bias length K
 */
record LinearModel(double[][] weights, double[] bias) implements LatentClassifier {

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public int latentSize() {
        return weights[0].length;
    }

    @Override
    public int classes() {
        return bias.length;
    }

    @Override
    public float[] logits(float[] latents, int rows) {
        float[] logits = new float[rows * classes()];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < classes(); k++) {
                double sum = bias[k];
                for (int j = 0; j < latentSize(); j++) {
                    sum += weights[k][j] * latents[i * latentSize() + j];
                }
                logits[i * classes() + k] = (float) sum;
            }
        }
        return logits;
    }

    @Override
    public boolean isDifferentiable() {
        return true;
    }

    @Override
    public float[] pullBack(float[] latents, int rows, Head head) {
        float[] cotangents = head.cotangents(logits(latents, rows));
        float[] pulled = new float[latents.length];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < classes(); k++) {
                for (int j = 0; j < latentSize(); j++) {
                    pulled[i * latentSize() + j] += (float) (cotangents[i * classes() + k] * weights[k][j]);
                }
            }
        }
        return pulled;
    }
}
