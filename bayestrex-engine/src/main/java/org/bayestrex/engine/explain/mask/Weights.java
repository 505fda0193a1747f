/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * An array that is learned. It lives in Java: every pass makes a native one of it, which is freed with the pass, so
 * there are no gradients of an earlier pass to be zeroed and nothing native that grows.
 */
final class Weights {

    private final float[] values;
    private final Shape shape;
    private final RmsProp optimiser;
    private final float low;
    private final float high;

    /** Takes over the values. */
    Weights(float[] values, Shape shape, RmsProp optimiser) {
        this(values, shape, optimiser, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
    }

    private Weights(float[] values, Shape shape, RmsProp optimiser, float low, float high) {
        this.low = low;
        this.high = high;
        this.values = values;
        this.shape = shape;
        this.optimiser = optimiser;
    }

    /** All of one value. */
    static Weights constant(float value, RmsProp optimiser, long... shape) {
        Shape extents = new Shape(shape);
        float[] values = new float[Math.toIntExact(extents.size())];
        Arrays.fill(values, value);
        return new Weights(values, extents, optimiser);
    }

    /** Uniform within one over the root of the number of inputs, as linear layers usually begin. */
    static Weights uniform(int inputs, UniformRandomProvider random, RmsProp optimiser, long... shape) {
        Weights weights = constant(0, optimiser, shape);
        double bound = 1 / Math.sqrt(inputs);
        for (int i = 0; i < weights.values.length; i++) {
            weights.values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return weights;
    }

    /** The same, held within bounds after each step. */
    Weights within(float least, float most) {
        return new Weights(values, shape, optimiser, least, most);
    }

    NDArray array(NDManager manager) {
        return manager.create(values, shape);
    }

    /** One step down the gradient. */
    void descend(float[] gradient, double share) {
        optimiser.step(values, gradient, share);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(high, Math.max(low, values[i]));
        }
    }

    float[] values() {
        return values.clone();
    }

    /** Back to what they were; the optimiser goes on from where it is. */
    void restore(float[] earlier) {
        System.arraycopy(earlier, 0, values, 0, values.length);
    }
}
