/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.List;
import org.bayestrex.engine.model.TorchScript.Output;

/** A classifier in ONNX. */
record OnnxClassifier(OnnxModule module, Output output, List<String> labels) implements Classifier {

    @Override
    public String name() {
        return module.name();
    }

    @Override
    public Tensor logits(Tensor inputs) {
        Tensor outputs = module.forward(inputs);
        new Probabilities(name(), output).requireMeant(outputs);
        return output == Output.LOGITS ? outputs : Probabilities.logarithms(outputs);
    }

    @Override
    public String fingerprint() {
        return module.fingerprint() + ", outputs " + output;
    }

    @Override
    public void requireUnchanged() {
        module.requireUnchanged();
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
