/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Device;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.model.TorchScript.Output;

/**
 * The models that are measured, on the CPU.
 *
 * @param classifierFile the classifier's TorchScript
 * @param generatorFile the generator's TorchScript
 * @param latentSize number of the generator's latents
 */
record Models(Path classifierFile, Path generatorFile, int latentSize) {

    static Models digits(Path directory) {
        return digits(directory, "mnist-vae", 5);
    }

    static Models digits(Path directory, String generator, int latentSize) {
        return new Models(directory.resolve("mnist-cnn.pt"), directory.resolve(generator + ".pt"), latentSize);
    }

    Classifier classifier() {
        return TorchScript.classifier(classifierFile, Output.LOGITS, List.of(), Device.cpu());
    }

    DataDistribution generator() {
        return TorchScript.generator(generatorFile, latentSize, Set.of(), Device.cpu());
    }
}
