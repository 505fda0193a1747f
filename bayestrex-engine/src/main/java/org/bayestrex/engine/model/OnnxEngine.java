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
                    "ONNX Runtime could not be started: " + reason(e)
                            + ". Put ai.djl.onnxruntime:onnxruntime-engine "
                            + "of DJL's version (" + Engine.getDjlVersion()
                            + ") on the class path: it does not come with "
                            + "the engine, see docs/models.md. If it is there and a thread pool is spoken of, something else in "
                            + "this process started ONNX Runtime first: let a model be loaded before that",
                    e);
        }
    }

    /** The first cause: what is thrown when a class cannot be initialised says nothing. */
    private static String reason(Throwable thrown) {
        Throwable first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage());
    }
}
