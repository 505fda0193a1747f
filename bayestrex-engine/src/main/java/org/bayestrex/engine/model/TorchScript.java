package org.bayestrex.engine.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Loads TorchScript models through DJL, ready for gradients. */
public final class TorchScript {

    private TorchScript() {}

    /** What a classifier's output is. */
    public enum Output {
        LOGITS,
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
        throw new UnsupportedOperationException();
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
     * @throws ModelException when the file is missing, is not TorchScript or has another number of latents
     */
    public static DataDistribution generator(
            Path file, int latentSize, Set<Integer> excludedClasses, Device device) {
        throw new UnsupportedOperationException();
    }
}
