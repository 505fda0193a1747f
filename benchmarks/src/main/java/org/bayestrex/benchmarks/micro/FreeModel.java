/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks.micro;

import org.bayestrex.engine.model.LatentClassifier;

/** A model that answers at once and always the same. */
final class FreeModel implements LatentClassifier {

    private final int latentSize;
    private final int classes;
    private final float[] logits;
    private final float[] gradient;

    FreeModel(int latentSize, int classes, int rows) {
        this.latentSize = latentSize;
        this.classes = classes;
        this.logits = new float[rows * classes];
        this.gradient = new float[rows * latentSize];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = i % classes;
        }
    }

    @Override
    public String name() {
        return "free";
    }

    @Override
    public int latentSize() {
        return latentSize;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public float[] logits(float[] latents, int rows) {
        return logits;
    }

    @Override
    public boolean isDifferentiable() {
        return true;
    }

    @Override
    public float[] pullBack(float[] latents, int rows, Head head) {
        head.cotangents(logits);
        return gradient;
    }
}
