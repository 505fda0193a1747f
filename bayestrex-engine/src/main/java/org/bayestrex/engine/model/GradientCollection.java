/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.function.Function;
import org.bayestrex.engine.model.LatentClassifier.Head;

/** The derivative of a scalar of some logits by what they are computed from, through DJL. */
final class GradientCollection {

    private GradientCollection() {}

    /**
     * Forward and backward pass in one go.
     *
     * @param manager owns all arrays of the pass
     * @param point what is differentiated by
     * @param logits of a point, [rows, K], with their graph
     * @param head from logits, row-major, to cotangents of the same shape
     * @param remedy what to do about a model through which no gradient flows
     * @return of the point's shape, row-major
     */
    static float[] of(
            NDManager manager,
            NDArray point,
            Function<NDArray, NDArray> logits,
            Head head,
            Function<RuntimeException, ModelException> remedy) {
        return GradientTurn.take(() -> collected(manager, point, logits, head, remedy));
    }

    private static float[] collected(
            NDManager manager,
            NDArray point,
            Function<NDArray, NDArray> logits,
            Head head,
            Function<RuntimeException, ModelException> remedy) {
        try (GradientCollector collector = TorchEngine.get().newGradientCollector()) {
            point.setRequiresGradient(true);
            NDArray answers = logits.apply(point);
            float[] cotangents = head.cotangents(answers.toFloatArray());
            NDArray scalar =
                    answers.mul(manager.create(cotangents, answers.getShape())).sum();
            try {
                collector.backward(scalar);
            } catch (RuntimeException e) {
                throw remedy.apply(e);
            }
            return point.getGradient().toFloatArray();
        }
    }
}
