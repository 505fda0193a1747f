/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

/** A TorchScript classifier behind a TorchScript generator, without a copy to the JVM in between. */
final class TorchLatentClassifier implements LatentClassifier {

    private final TorchClassifier classifier;
    private final TorchGenerator generator;
    private final int classes;
    /** TorchScript runs a module's first differentiated pass as it is and optimises later ones: other bits. */
    private boolean warm;

    TorchLatentClassifier(TorchClassifier classifier, TorchGenerator generator) {
        this.classifier = classifier;
        this.generator = generator;
        if (!classifier.module().device().equals(generator.module().device())) {
            throw new ModelException("%s is on %s, but %s is on %s: load both on one device"
                    .formatted(
                            classifier.name(),
                            classifier.module().device(),
                            generator.name(),
                            generator.module().device()));
        }
        try (NDManager manager = generator.module().newManager()) {
            NDArray origin = manager.create(new float[latentSize()], new Shape(1, latentSize()));
            NDArray outputs = classifier.module().forward(generator.module().forward(origin));
            classes = ModelShapes.classes(
                    classifier, TorchGenerator.tensor(outputs).shape());
            classifier.requireMeant(outputs);
        }
    }

    @Override
    public String name() {
        return classifier.name() + " on " + generator.name();
    }

    @Override
    public int latentSize() {
        return generator.latentSize();
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public boolean isDifferentiable() {
        return true;
    }

    @Override
    public float[] logits(float[] latents, int rows) {
        try (NDManager manager = generator.module().newManager()) {
            return values(forward(latents(manager, latents, rows)), rows);
        }
    }

    @Override
    public float[] pullBack(float[] latents, int rows, Head head) {
        if (!warm) {
            warm = true;
            pullBack(new float[latentSize()], 1, logits -> new float[classes]);
        }
        return GradientTurn.take(() -> collected(latents, rows, head));
    }

    private float[] collected(float[] latents, int rows, Head head) {
        try (NDManager manager = generator.module().newManager();
                GradientCollector collector = TorchEngine.get().newGradientCollector()) {
            NDArray z = latents(manager, latents, rows);
            z.setRequiresGradient(true);
            NDArray logits = classifier.logits(
                    classifier.module().differentiably(generator.module().differentiably(z)));
            float[] cotangents = head.cotangents(values(logits, rows));
            backward(
                    collector,
                    logits.mul(manager.create(cotangents, logits.getShape())).sum());
            return z.getGradient().toFloatArray();
        }
    }

    private void backward(GradientCollector collector, NDArray scalar) {
        try {
            collector.backward(scalar);
        } catch (RuntimeException e) {
            throw new ModelException(
                    "No gradient flows through " + name() + ": it may round, threshold or detach on the way. "
                            + "Use a gradient-free method, such as @Sampling(method = ELLIPTICAL_SLICE)",
                    e);
        }
    }

    private NDArray forward(NDArray z) {
        return classifier.logits(classifier.module().forward(generator.module().forward(z)));
    }

    private NDArray latents(NDManager manager, float[] latents, int rows) {
        return manager.create(latents, new Shape(rows, latentSize()));
    }

    private float[] values(NDArray logits, int rows) {
        if (!logits.getShape().equals(new Shape(rows, classes))) {
            throw ModelShapes.wrongOutput(
                    classifier.name(), rows, TorchGenerator.tensor(logits).shape());
        }
        return logits.toFloatArray();
    }
}
