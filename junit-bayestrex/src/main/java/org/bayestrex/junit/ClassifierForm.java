/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Device;
import org.bayestrex.engine.model.Onnx;
import org.bayestrex.engine.model.TorchScript;

/**
 * What is said of a classifier's file.
 *
 * @param output what the outputs are
 * @param labels a name for each class; empty to number them
 * @param temperature by which logits are divided
 * @param batchLimit most rows at once; 0 for any number
 */
record ClassifierForm(Output output, List<String> labels, double temperature, int batchLimit) {

    /** Told by the file's name; everything else is TorchScript. */
    static boolean isOnnx(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /** Loads it; ONNX Runtime runs on the CPU, so that no device is asked for. */
    Classifier load(Path file, Supplier<Device> device) {
        Classifier classifier = isOnnx(file)
                ? Onnx.classifier(file, output.engine(), labels)
                : TorchScript.classifier(file, output.engine(), labels, device.get());
        try {
            Classifier tempered = temperature == 1 ? classifier : classifier.withTemperature(temperature);
            return batchLimit == 0 ? tempered : tempered.withBatchLimit(batchLimit);
        } catch (IllegalArgumentException refused) {
            classifier.close();
            throw refused;
        }
    }
}
