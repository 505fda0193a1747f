/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.Set;

/** A generator in ONNX. */
record OnnxGenerator(OnnxModule module, int latentSize, Set<Integer> excludedClasses) implements DataDistribution {

    @Override
    public String name() {
        return module.name();
    }

    @Override
    public Tensor generate(Tensor latents) {
        return module.forward(latents);
    }

    @Override
    public String fingerprint() {
        return module.fingerprint();
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
