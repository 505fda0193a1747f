/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/** Logistic regression on fixed features with a quadratic penalty: whole batches, from 0, so without chance. */
final class HeadLearning {

    private static final int STEPS = 1_000;
    private static final float RATE = .02f;

    private HeadLearning() {}

    /**
     * Learns a head.
     *
     * @param features [rows, 384]
     * @param labels of the rows, 0 or 1
     * @param penalty half of it times the sum of squared weights is added to the mean cross-entropy
     */
    static SentimentHead learn(float[] features, int[] labels, float penalty) {
        Optimizer adam =
                Adam.builder().optLearningRateTracker(Tracker.fixed(RATE)).build();
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NDArray inputs = manager.create(features, new Shape(labels.length, MiniLm.WIDTH));
            NDArray wanted = manager.create(labels).oneHot(2, DataType.FLOAT32);
            NDArray weight = manager.zeros(new Shape(2, MiniLm.WIDTH));
            NDArray bias = manager.zeros(new Shape(2));
            for (int step = 0; step < STEPS; step++) {
                try (NDManager pass = manager.newSubManager()) {
                    NDArray error = inputs.matMul(weight.transpose())
                            .add(bias)
                            .softmax(1)
                            .sub(wanted)
                            .div(labels.length);
                    error.attach(pass);
                    adam.update(
                            "weight", weight, error.transpose().matMul(inputs).add(weight.mul(penalty)));
                    adam.update("bias", bias, error.sum(new int[] {0}));
                }
            }
            return new SentimentHead(weight.toFloatArray(), bias.toFloatArray());
        }
    }
}
