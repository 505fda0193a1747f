package org.bayestrex.engine.model;

/**
 * A classifier behind a generator, seen as one function of the latents: {@code logits = f(g(z))}.
 *
 * <p>One thread at a time.
 */
public interface LatentClassifier {

    /** Both models' names, for messages. */
    String name();

    /** Number of latents, d. */
    int latentSize();

    /** Number of classes, K. */
    int classes();

    /** Whether {@link #pullBack} answers. */
    boolean isDifferentiable();

    /**
     * Forward pass only.
     *
     * @param latents row-major [rows, d]
     * @return logits, row-major [rows, K]
     */
    float[] logits(float[] latents, int rows);

    /**
     * Forward and backward pass in one go.
     *
     * @param latents row-major [rows, d]
     * @param head turns the logits [rows, K] into the derivative of a scalar by them, [rows, K]
     * @return the derivative of that scalar by the latents, row-major [rows, d]
     * @throws UnsupportedOperationException where there is no gradient
     */
    float[] pullBack(float[] latents, int rows, Head head);

    /** What is differentiated: from logits to the derivative by each of them. */
    @FunctionalInterface
    interface Head {
        float[] cotangents(float[] logits);
    }
}
