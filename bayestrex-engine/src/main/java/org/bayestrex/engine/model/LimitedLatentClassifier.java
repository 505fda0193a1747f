/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.Arrays;

/**
 * Both models together for batches of any size, of which they see at most so many rows at once.
 *
 * @param delegate the models as they are
 * @param most rows of a batch that they are given
 */
record LimitedLatentClassifier(LatentClassifier delegate, int most) implements LatentClassifier {

    @Override
    public String name() {
        return delegate.name();
    }

    @Override
    public int latentSize() {
        return delegate.latentSize();
    }

    @Override
    public int classes() {
        return delegate.classes();
    }

    @Override
    public boolean isDifferentiable() {
        return delegate.isDifferentiable();
    }

    @Override
    public float[] logits(float[] latents, int rows) {
        float[] logits = new float[rows * classes()];
        for (int from = 0; from < rows; from += most) {
            int to = Math.min(rows, from + most);
            float[] part = delegate.logits(part(latents, from, to, latentSize()), to - from);
            System.arraycopy(part, 0, logits, from * classes(), part.length);
        }
        return logits;
    }

    /** The head speaks of the whole batch: it is asked first, for the price of a forward pass where there are parts. */
    @Override
    public float[] pullBack(float[] latents, int rows, Head head) {
        if (rows <= most) {
            return delegate.pullBack(latents, rows, head);
        }
        float[] cotangents = head.cotangents(logits(latents, rows));
        float[] pulled = new float[latents.length];
        for (int from = 0; from < rows; from += most) {
            int to = Math.min(rows, from + most);
            float[] ofPart = part(cotangents, from, to, classes());
            float[] part = delegate.pullBack(part(latents, from, to, latentSize()), to - from, logits -> ofPart);
            System.arraycopy(part, 0, pulled, from * latentSize(), part.length);
        }
        return pulled;
    }

    private static float[] part(float[] values, int from, int to, int width) {
        return Arrays.copyOfRange(values, from * width, to * width);
    }
}
