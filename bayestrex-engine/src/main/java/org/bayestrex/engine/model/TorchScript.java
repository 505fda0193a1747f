/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Loads TorchScript models through DJL, ready for gradients. */
public final class TorchScript {

    private TorchScript() {}

    /** What a classifier's outputs are. */
    public enum Output {
        /** Logits: use these wherever the model has them. */
        LOGITS,
        /** Probabilities: their logarithm is taken, and the gradient dies where a float reaches 0 or 1. */
        PROBABILITIES
    }

    /** A classifier whose outputs are logits, on the device that is there. */
    public static Classifier classifier(Path file) {
        return classifier(file, Output.LOGITS, List.of(), Device.auto());
    }

    /**
     * A classifier.
     *
     * @param file a TorchScript file, inputs [batch, ...] to outputs [batch, classes]
     * @param output what the outputs are; of probabilities the logarithm is taken
     * @param labels a name for each class; empty to number them
     * @param device where it runs
     * @throws ModelException when the file is missing or is not TorchScript
     */
    public static Classifier classifier(Path file, Output output, List<String> labels, Device device) {
        return new TorchClassifier(new TorchModule(file, device), output, labels);
    }

    /**
     * A classifier of the same form that has learned nothing: the weights in the file are replaced by normal ones, each
     * parameter keeping its scale. Explanations that look the same for both do not show what the model learned (Adebayo et
     * al., "Sanity checks for saliency maps", 2018).
     *
     * @param file a TorchScript file whose parameters are not frozen into its code
     * @param output what the outputs are
     * @param seed of the weights
     * @throws ModelException when the file is missing, is not TorchScript or has no parameters
     */
    public static Classifier withRandomWeights(Path file, Output output, long seed) {
        TorchModule module = new TorchModule(file, Device.auto(), OptionalLong.of(seed));
        return new TorchClassifier(module, output, List.of());
    }

    /** A generator on the device that is there. */
    public static DataDistribution generator(Path file, int latentSize) {
        return generator(file, latentSize, Set.of(), Device.auto());
    }

    /**
     * A generator.
     *
     * @param file a TorchScript file, latents [batch, latentSize] to inputs [batch, ...]
     * @param latentSize number of latents
     * @param excludedClasses classes it was trained without
     * @param device where it runs
     * @throws ModelException when the file is missing or is not TorchScript
     */
    public static DataDistribution generator(Path file, int latentSize, Set<Integer> excludedClasses, Device device) {
        if (latentSize < 1) {
            throw new IllegalArgumentException("A generator's latentSize must be 1 or more, but is " + latentSize);
        }
        return new TorchGenerator(new TorchModule(file, device), latentSize, excludedClasses);
    }
}
