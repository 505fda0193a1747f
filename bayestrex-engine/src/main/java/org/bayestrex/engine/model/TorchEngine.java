/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import ai.djl.engine.Engine;

/** PyTorch as DJL finds it, or a message that says what is missing. */
final class TorchEngine {

    static final String NAME = "PyTorch";

    private TorchEngine() {}

    static Engine get() {
        try {
            return Engine.getEngine(NAME);
        } catch (RuntimeException | LinkageError e) {
            throw new ModelException(
                    "PyTorch could not be started: " + e.getMessage() + ". Put its native library on the class path: "
                            + "ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the classifier of the platform (linux-x86_64, "
                            + "linux-aarch64, osx-aarch64 or win-x86_64), see docs/native-library.md",
                    e);
        }
    }
}
