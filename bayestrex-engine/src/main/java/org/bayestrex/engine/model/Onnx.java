/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bayestrex.engine.model.TorchScript.Output;

/**
 * Loads ONNX models through DJL and ONNX Runtime, on the CPU. They have no gradient: they are searched by methods that need
 * none, and {@code AUTO} leaves NUTS out.
 *
 * <p>Needs {@code ai.djl.onnxruntime:onnxruntime-engine} on the class path, which does not come with the engine: its native
 * libraries are 137 MB.
 */
public final class Onnx {

    private Onnx() {}

    /** A classifier whose outputs are logits. */
    public static Classifier classifier(Path file) {
        return classifier(file, Output.LOGITS, List.of());
    }

    /**
     * A classifier.
     *
     * @param file an ONNX file of one input [batch, ...] and one output [batch, classes], both of floats. A batch of a fixed
     *     size is filled up
     * @param output what the outputs are; of probabilities the logarithm is taken
     * @param labels a name for each class; empty to number them
     * @throws ModelException when the file is missing or is not ONNX, or ONNX Runtime is
     */
    public static Classifier classifier(Path file, Output output, List<String> labels) {
        return new OnnxClassifier(new OnnxModule(file), output, List.copyOf(labels));
    }

    /** A generator. */
    public static DataDistribution generator(Path file, int latentSize) {
        return generator(file, latentSize, Set.of());
    }

    /**
     * A generator.
     *
     * @param file an ONNX file of one input, latents [batch, latentSize], and one output, inputs [batch, ...]
     * @param latentSize number of latents
     * @param excludedClasses classes it was trained without
     * @throws ModelException when the file is missing or is not ONNX, or ONNX Runtime is
     */
    public static DataDistribution generator(Path file, int latentSize, Set<Integer> excludedClasses) {
        if (latentSize < 1) {
            throw new IllegalArgumentException("A generator's latentSize must be 1 or more, but is " + latentSize);
        }
        return new OnnxGenerator(new OnnxModule(file), latentSize, Set.copyOf(excludedClasses));
    }
}
