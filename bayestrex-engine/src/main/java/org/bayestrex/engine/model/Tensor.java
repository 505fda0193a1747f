/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * An immutable array of floats with a shape, row-major: an image is [channels, height, width], a
 * batch of images [batch, channels, height, width].
 */
public final class Tensor {

    private final float[] values;
    private final int[] shape;

    private Tensor(float[] values, int[] shape) {
        this.values = values;
        this.shape = shape;
    }

    /**
     * A tensor with a copy of the values.
     *
     * @throws IllegalArgumentException when the shape's product is not the number of values
     */
    public static Tensor of(float[] values, int... shape) {
        return owning(values.clone(), shape.clone());
    }

    /** A tensor that takes over the array: the caller must not write to it any more. */
    static Tensor owning(float[] values, int... shape) {
        long size = 1;
        for (int extent : shape) {
            size = Math.multiplyExact(size, extent);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "Shape " + Arrays.toString(shape) + " needs " + size + " values, but there are " + values.length);
        }
        return new Tensor(values, shape);
    }

    /** The extents, outermost first. */
    public int[] shape() {
        return shape.clone();
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** The value at a row-major index. */
    public float get(int index) {
        return values[index];
    }

    /** A copy of the values, row-major. */
    public float[] toArray() {
        return values.clone();
    }

    /** A read-only view of the values, row-major. */
    public FloatBuffer asBuffer() {
        return FloatBuffer.wrap(values).asReadOnlyBuffer();
    }

    /** One row of a batch: the outermost extent is dropped. */
    public Tensor row(int index) {
        int rows = shape[0];
        if (index < 0 || index >= rows) {
            throw new IndexOutOfBoundsException("Row " + index + " of " + rows);
        }
        int width = values.length / rows;
        return new Tensor(
                Arrays.copyOfRange(values, index * width, (index + 1) * width),
                Arrays.copyOfRange(shape, 1, shape.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor
                && Arrays.equals(shape, tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
