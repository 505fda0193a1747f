/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

/**
 * A classifier behind a generator, seen as one function of the latents: {@code logits = f(g(z))}.
 *
 * <p>Implementations are used by one thread at a time.
 */
public interface LatentClassifier {

    /** Both models' names, for messages. */
    String name();

    /** Number of latents, d. */
    int latentSize();

    /** Number of classes, K. */
    int classes();

    /**
     * Forward pass only.
     *
     * @param latents row-major [rows, d]
     * @return logits, row-major [rows, K]
     * @throws ModelException when a model throws or gives another shape
     */
    float[] logits(float[] latents, int rows);

    /** Whether {@link #pullBack} answers. */
    boolean isDifferentiable();

    /**
     * Forward and backward pass in one go.
     *
     * @param latents row-major [rows, d]
     * @param head from the logits [rows, K] to the derivative of a scalar by each of them, [rows, K]
     * @return the derivative of that scalar by the latents, row-major [rows, d]
     * @throws ModelException when a model throws or gives another shape, or where there is no gradient
     */
    float[] pullBack(float[] latents, int rows, Head head);

    /** What is differentiated: from logits to the derivative of a scalar by each of them. */
    @FunctionalInterface
    interface Head {
        float[] cotangents(float[] logits);
    }

    /**
     * Puts a classifier behind a generator and tries them once together.
     *
     * @throws ModelException when they do not fit together
     */
    static LatentClassifier of(Classifier classifier, DataDistribution distribution) {
        if (classifier instanceof LimitedClassifier limited) {
            return new LimitedLatentClassifier(of(limited.delegate(), distribution), limited.rows());
        }
        if (classifier instanceof TorchClassifier f && distribution instanceof TorchGenerator g) {
            return new TorchLatentClassifier(f, g);
        }
        return new FunctionLatentClassifier(classifier, distribution);
    }
}
