/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import org.bayestrex.engine.model.LatentClassifier;

/** A model with a clock: how long it was inside the networks, the heads in Java between the passes not counted. */
final class TimedModel implements LatentClassifier {

    private final LatentClassifier model;
    private long nanos;
    private long passes;

    TimedModel(LatentClassifier model) {
        this.model = model;
    }

    /** Time inside the networks so far. */
    long nanos() {
        return nanos;
    }

    /** Passes so far, whether with or without a gradient. */
    long passes() {
        return passes;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public int latentSize() {
        return model.latentSize();
    }

    @Override
    public int classes() {
        return model.classes();
    }

    @Override
    public boolean isDifferentiable() {
        return model.isDifferentiable();
    }

    @Override
    public float[] logits(float[] latents, int rows) {
        long start = System.nanoTime();
        float[] logits = model.logits(latents, rows);
        nanos += System.nanoTime() - start;
        passes++;
        return logits;
    }

    @Override
    public float[] pullBack(float[] latents, int rows, Head head) {
        long start = System.nanoTime();
        float[] gradient = model.pullBack(latents, rows, logits -> {
            long entered = System.nanoTime();
            float[] cotangents = head.cotangents(logits);
            nanos -= System.nanoTime() - entered;
            return cotangents;
        });
        nanos += System.nanoTime() - start;
        passes++;
        return gradient;
    }
}
