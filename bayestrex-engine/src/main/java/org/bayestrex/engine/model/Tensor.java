/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /**
     * One row of a batch: the outermost extent is dropped.
     *
     * @throws IndexOutOfBoundsException when there is no such row
     */
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

    /** The rows of a batch in batches of at most so many, in order; the tensor itself where it has no more. */
    List<Tensor> chunks(int most) {
        int rows = shape[0];
        if (rows <= most) {
            return List.of(this);
        }
        int width = values.length / rows;
        List<Tensor> chunks = new ArrayList<>();
        for (int from = 0; from < rows; from += most) {
            int to = Math.min(rows, from + most);
            int[] extents = shape.clone();
            extents[0] = to - from;
            chunks.add(new Tensor(Arrays.copyOfRange(values, from * width, to * width), extents));
        }
        return chunks;
    }

    /** A batch of at least so many rows: zeros are added. */
    Tensor filledUp(int rows) {
        return resized(Math.max(rows, shape[0]));
    }

    /** The first rows of a batch. */
    Tensor first(int rows) {
        return resized(Math.min(rows, shape[0]));
    }

    private Tensor resized(int rows) {
        int[] extents = shape.clone();
        extents[0] = rows;
        return new Tensor(Arrays.copyOf(values, values.length / shape[0] * rows), extents);
    }

    /**
     * A batch of inputs.
     *
     * @param inputs of one shape, at least one; of images [channels, height, width]
     * @return [inputs, ...]
     */
    public static Tensor stacked(List<Tensor> inputs) {
        Tensor first = inputs.get(0);
        int[] extents = new int[first.shape.length + 1];
        extents[0] = inputs.size();
        System.arraycopy(first.shape, 0, extents, 1, first.shape.length);
        float[] all = new float[inputs.size() * first.values.length];
        for (int row = 0; row < inputs.size(); row++) {
            System.arraycopy(inputs.get(row).values, 0, all, row * first.values.length, first.values.length);
        }
        return new Tensor(all, extents);
    }

    /**
     * Batches one after the other.
     *
     * @throws ModelException when their rows are not of one shape
     */
    static Tensor concatenated(List<Tensor> batches) {
        Tensor first = batches.get(0);
        if (batches.size() == 1) {
            return first;
        }
        int[] extents = first.shape.clone();
        extents[0] = 0;
        float[] all = new float[batches.stream().mapToInt(Tensor::size).sum()];
        int at = 0;
        for (Tensor batch : batches) {
            if (!Arrays.equals(batch.shape, 1, batch.shape.length, first.shape, 1, first.shape.length)) {
                throw new ModelException(
                        "A model gave rows of the shape " + batch + " after rows of the shape " + first);
            }
            extents[0] += batch.shape[0];
            System.arraycopy(batch.values, 0, all, at, batch.values.length);
            at += batch.values.length;
        }
        return new Tensor(all, extents);
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
