/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.bayestrex.engine.model.ModelException;

/**
 * The same passes through the same networks without the engine: what somebody would write who wanted
 * nothing but gradients, straight on DJL. The yardstick for the engine's overhead.
 */
final class BareLoop implements AutoCloseable {

    private static final String ENGINE = "PyTorch";

    private final int latentSize;
    private final Model generator;
    private final Model classifier;
    private final Model differentiableGenerator;
    private final Model differentiableClassifier;

    BareLoop(Models models) {
        latentSize = models.latentSize();
        generator = load(models.generatorFile(), false);
        classifier = load(models.classifierFile(), false);
        differentiableGenerator = load(models.generatorFile(), true);
        differentiableClassifier = load(models.classifierFile(), true);
    }

    private static Model load(Path file, boolean differentiable) {
        Model model = Model.newInstance(file.getFileName().toString(), ai.djl.Device.cpu(), ENGINE);
        try {
            Path directory = file.toAbsolutePath().getParent();
            Map<String, String> options = differentiable ? Map.of("trainParam", "true") : Map.of();
            model.load(directory, file.getFileName().toString(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedModelException e) {
            throw new ModelException("not TorchScript: " + file, e);
        }
        if (differentiable) {
            model.getBlock().freezeParameters(true);
        }
        return model;
    }

    /** Latents that are drawn from the prior, row-major. */
    float[] latents(int rows) {
        RandomGenerator random = new SplittableRandom(1);
        float[] latents = new float[rows * latentSize];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) random.nextGaussian();
        }
        return latents;
    }

    /** Logits of a batch. */
    float[] forward(float[] latents) {
        try (NDManager manager = generator.getNDManager().newSubManager()) {
            NDArray z = manager.create(latents, shape(latents));
            return run(classifier, run(generator, z, false), false).toFloatArray();
        }
    }

    /** Gradient of the sum of all log-probabilities of class 4, by the latents. */
    float[] gradient(float[] latents) {
        try (NDManager manager = generator.getNDManager().newSubManager();
                GradientCollector collector = Engine.getEngine(ENGINE).newGradientCollector()) {
            NDArray z = manager.create(latents, shape(latents));
            z.setRequiresGradient(true);
            NDArray logits = run(differentiableClassifier, run(differentiableGenerator, z, true), true);
            collector.backward(logits.logSoftmax(1).get(":, 4").sum());
            return z.getGradient().toFloatArray();
        }
    }

    private Shape shape(float[] latents) {
        return new Shape(latents.length / latentSize, latentSize);
    }

    private static NDArray run(Model model, NDArray input, boolean training) {
        ParameterStore parameters = new ParameterStore(input.getManager(), false);
        return model.getBlock().forward(parameters, new NDList(input), training).singletonOrThrow();
    }

    @Override
    public void close() {
        generator.close();
        classifier.close();
        differentiableGenerator.close();
        differentiableClassifier.close();
    }
}
