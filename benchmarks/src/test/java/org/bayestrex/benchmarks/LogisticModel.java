/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import org.bayestrex.engine.model.LatentClassifier;

/** Two classes, the first with the probability logistic(4 u). */
final class LogisticModel implements LatentClassifier {

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public int latentSize() {
        return 1;
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public float[] logits(float[] latents, int rows) {
        float[] logits = new float[2 * rows];
        for (int i = 0; i < rows; i++) {
            logits[2 * i] = 4 * latents[i];
        }
        return logits;
    }

    @Override
    public boolean isDifferentiable() {
        return false;
    }

    @Override
    public float[] pullBack(float[] latents, int rows, Head head) {
        throw new UnsupportedOperationException("no gradient");
    }
}
