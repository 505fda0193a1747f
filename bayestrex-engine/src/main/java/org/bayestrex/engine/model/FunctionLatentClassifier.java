/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Any classifier behind any generator: forward passes only. */
final class FunctionLatentClassifier implements LatentClassifier {

    private final Classifier classifier;
    private final DataDistribution distribution;
    private final int classes;

    FunctionLatentClassifier(Classifier classifier, DataDistribution distribution) {
        this.classifier = classifier;
        this.distribution = distribution;
        this.classes =
                ModelShapes.classes(classifier, apply(trial(distribution), 1).shape());
    }

    /** An input that the distribution holds: at the origin, if that is admitted. */
    private static float[] trial(DataDistribution distribution) {
        double[] origin = new double[distribution.latentSize()];
        double[] latent = Prior.of(distribution).admitted(List.of(origin)).get(0);
        float[] row = new float[latent.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = (float) latent[j];
        }
        return row;
    }

    @Override
    public String name() {
        return classifier.name() + " on " + distribution.name();
    }

    @Override
    public int latentSize() {
        return distribution.latentSize();
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public float[] logits(float[] latents, int rows) {
        Tensor logits = apply(latents, rows);
        if (!Arrays.equals(logits.shape(), new int[] {rows, classes})) {
            throw ModelShapes.wrongOutput(classifier.name(), rows, logits.shape());
        }
        return logits.toArray();
    }

    private Tensor apply(float[] latents, int rows) {
        Tensor inputs;
        try {
            synchronized (distribution) {
                inputs = distribution.generate(Tensor.of(latents, rows, latentSize()));
            }
        } catch (RuntimeException e) {
            throw new ModelException("The generator " + distribution.name() + " failed: " + reason(e), e);
        }
        try {
            synchronized (classifier) {
                return classifier.logits(inputs);
            }
        } catch (RuntimeException e) {
            throw new ModelException("The classifier " + classifier.name() + " failed: " + reason(e), e);
        }
    }

    private static String reason(RuntimeException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }

    @Override
    public boolean isDifferentiable() {
        return false;
    }

    @Override
    public float[] pullBack(float[] latents, int rows, Head head) {
        throw new ModelException(name() + " has no gradient: both models must be TorchScript for that. "
                + "Use a gradient-free method, such as @Sampling(method = ELLIPTICAL_SLICE)");
    }
}
