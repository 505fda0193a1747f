/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.bayestrex.engine.model.TorchScript.Output;

/** A classifier in TorchScript. */
final class TorchClassifier implements Classifier {

    /** Below this a probability's logarithm is cut off: the smallest normal float. */
    private static final float LEAST = Float.MIN_NORMAL;

    private final TorchModule module;
    private final Output output;
    private final List<String> labels;

    TorchClassifier(TorchModule module, Output output, List<String> labels) {
        this.module = module;
        this.output = output;
        this.labels = List.copyOf(labels);
    }

    @Override
    public String name() {
        return module.name();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    TorchModule module() {
        return module;
    }

    /** From the module's output to logits. */
    NDArray logits(NDArray outputs) {
        return output == Output.LOGITS ? outputs : outputs.maximum(LEAST).log();
    }

    @Override
    public Tensor logits(Tensor inputs) {
        try (NDManager manager = module.newManager()) {
            NDArray logits = logits(module.forward(manager.create(inputs.toArray(), TorchGenerator.shape(inputs))));
            return TorchGenerator.tensor(logits);
        }
    }

    @Override
    public String fingerprint() {
        return module.fingerprint() + ", outputs " + output;
    }

    @Override
    public void close() {
        module.close();
    }

    @Override
    public String toString() {
        return name();
    }
}
