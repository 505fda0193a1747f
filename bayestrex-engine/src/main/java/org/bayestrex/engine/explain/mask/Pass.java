/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.bayestrex.engine.model.GradientTurn;
import org.bayestrex.engine.model.Tensor;

/** One pass through the gates: owns every native array that is made in it, and frees them all in the end. */
final class Pass implements AutoCloseable {

    private static final String ENGINE = "PyTorch";

    private final NDManager manager = NDManager.newBaseManager(ENGINE);
    private final Map<Weights, NDArray> learned = new LinkedHashMap<>();
    private final boolean differentiated;

    private Pass(boolean differentiated) {
        this.differentiated = differentiated;
    }

    /** A pass without gradients. */
    static Pass forward() {
        return new Pass(false);
    }

    /**
     * A pass and a step down the gradient of what it gives, in a turn of its own.
     *
     * @param share of the learning rates
     * @param loss to a scalar
     */
    static void descend(double share, Function<Pass, NDArray> loss) {
        GradientTurn.take(() -> {
            try (Pass pass = new Pass(true);
                    GradientCollector collector = Engine.getEngine(ENGINE).newGradientCollector()) {
                collector.backward(loss.apply(pass));
                pass.learned.forEach(
                        (weights, array) -> weights.descend(array.getGradient().toFloatArray(), share));
                return pass.learned.size();
            }
        });
    }

    /** Learned values, one array of them in a pass. */
    NDArray of(Weights weights) {
        return learned.computeIfAbsent(weights, key -> {
            NDArray array = key.array(manager);
            array.setRequiresGradient(differentiated);
            return array;
        });
    }

    NDArray of(Tensor tensor) {
        return of(tensor.toArray(), Arrays.stream(tensor.shape()).asLongStream().toArray());
    }

    NDArray of(float[] values, long... shape) {
        return manager.create(values, new Shape(shape));
    }

    /**
     * A number to multiply with, to divide by or to compare with where a gradient flows. DJL frees the array that it makes of a
     * Java number as soon as the operation is done, but the way back reads it again: by then the memory may hold anything. This
     * one stays until the manager of its neighbour closes.
     */
    static NDArray constant(NDArray neighbour, float value) {
        return neighbour.getManager().create(value);
    }

    static Tensor tensor(NDArray array) {
        long[] shape = array.getShape().getShape();
        return Tensor.of(
                array.toFloatArray(),
                Arrays.stream(shape).mapToInt(Math::toIntExact).toArray());
    }

    @Override
    public void close() {
        manager.close();
    }
}
