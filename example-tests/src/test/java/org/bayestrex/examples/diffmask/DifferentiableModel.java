/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.model.GradientTurn;
import org.bayestrex.engine.model.LatentClassifier.Head;
import org.bayestrex.engine.model.Tensor;

/**
 * A model that is written with DJL's arrays, from any of its states on. Weights belong to one manager; each pass has another
 * one, which takes all that was made in it along when it closes. So the first operand of each operation is never a weight.
 */
public abstract class DifferentiableModel implements MaskableModel, AutoCloseable {

    protected static final String ENGINE = "PyTorch";

    private final NDManager manager = NDManager.newBaseManager(ENGINE);

    /**
     * From a state to the logits.
     *
     * @param inputs as given to the model
     * @param state [batch, positions, width of the layer]
     * @return [batch, classes]
     */
    protected abstract NDArray run(Tensor inputs, int layer, NDArray state);

    /** What stays when a pass closes. */
    protected final NDArray weight(float[] values, long... shape) {
        return manager.create(values, new Shape(shape));
    }

    /** For one pass. */
    protected final NDManager newManager() {
        return manager.newSubManager();
    }

    /** A copy, in a pass. */
    protected static NDArray array(NDManager pass, Tensor tensor) {
        return pass.create(
                tensor.toArray(),
                new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray()));
    }

    /** A copy, out of a pass. */
    protected static Tensor tensor(NDArray array) {
        return Tensor.of(
                array.toFloatArray(),
                Arrays.stream(array.getShape().getShape())
                        .mapToInt(Math::toIntExact)
                        .toArray());
    }

    @Override
    public final Tensor logits(Tensor inputs, int layer, Tensor state) {
        try (NDManager pass = newManager()) {
            return tensor(run(inputs, layer, array(pass, state)));
        }
    }

    @Override
    public final Tensor pullBack(Tensor inputs, int layer, Tensor state, Head head) {
        return GradientTurn.take(() -> {
            try (NDManager pass = newManager();
                    GradientCollector collector = Engine.getEngine(ENGINE).newGradientCollector()) {
                NDArray replaced = array(pass, state);
                replaced.setRequiresGradient(true);
                NDArray logits = run(inputs, layer, replaced);
                float[] slopes = head.cotangents(logits.toFloatArray());
                collector.backward(
                        logits.mul(pass.create(slopes, logits.getShape())).sum());
                return tensor(replaced.getGradient());
            }
        });
    }

    @Override
    public void close() {
        manager.close();
    }
}
