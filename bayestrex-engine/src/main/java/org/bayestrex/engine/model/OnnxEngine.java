/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import ai.djl.engine.Engine;

/** ONNX Runtime as DJL finds it, or a message that says what is missing. */
final class OnnxEngine {

    private static final String NAME = "OnnxRuntime";

    private OnnxEngine() {}

    static Engine get() {
        try {
            return Engine.getEngine(NAME);
        } catch (RuntimeException | LinkageError e) {
            throw new ModelException(
                    "ONNX Runtime could not be started: " + e.getMessage()
                            + ". Put ai.djl.onnxruntime:onnxruntime-engine "
                            + "of DJL's version (" + Engine.getDjlVersion()
                            + ") on the class path: it does not come with "
                            + "the engine, see docs/models.md",
                    e);
        }
    }
}
