/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.Tensor;

/**
 * The nearest images of a data set in Euclidean distance, by comparing with each of them.
 *
 * <p>Squared differences are summed rather than |a|^2 - 2ab + |b|^2, which cancels: a copy has the distance 0 exactly. A
 * block of images lies transposed, one value of all its images side by side, so that the innermost loop runs over images
 * and has no sum to carry: the compiler makes vector instructions of it.
 */
final class NearestNeighbours {

    /** Images of a block: their sums stay in the innermost cache. */
    private static final int BLOCK = 256;

    /** Values that are added to the sums at a time. */
    private static final int STRIDE = 4;

    private final DataSet dataSet;
    private final int width;

    NearestNeighbours(DataSet dataSet) {
        this.dataSet = dataSet;
        this.width = Arrays.stream(dataSet.imageShape()).reduce(1, Math::multiplyExact);
    }

    /**
     * The k nearest of each input, nearest first.
     *
     * @throws IllegalArgumentException when an input has another shape than the data set's images or is not finite, or
     *     there are fewer than k images
     */
    List<List<Neighbour>> of(List<Tensor> inputs, int k) {
        if (k < 1 || k > dataSet.size()) {
            throw new IllegalArgumentException(
                    "%s has %,d images; it has no %d nearest".formatted(dataSet.name(), dataSet.size(), k));
        }
        int padded = (width + STRIDE - 1) / STRIDE * STRIDE;
        float[][] queries = new float[inputs.size()][];
        Nearest[] nearest = new Nearest[inputs.size()];
        for (int q = 0; q < queries.length; q++) {
            queries[q] = Arrays.copyOf(values(inputs.get(q), q), padded);
            nearest[q] = new Nearest(k);
        }
        float[] block = new float[padded * BLOCK];
        float[] squares = new float[BLOCK];
        for (int from = 0; from < dataSet.size(); from += BLOCK) {
            int count = Math.min(BLOCK, dataSet.size() - from);
            transpose(dataSet.values(from, count), count, block);
            for (int q = 0; q < queries.length; q++) {
                squaredDistances(queries[q], block, squares);
                for (int i = 0; i < count; i++) {
                    nearest[q].offer(from + i, squares[i]);
                }
            }
        }
        List<List<Neighbour>> found = new ArrayList<>(nearest.length);
        for (Nearest each : nearest) {
            found.add(each.neighbours());
        }
        return found;
    }

    private float[] values(Tensor input, int index) {
        if (!Arrays.equals(input.shape(), dataSet.imageShape())) {
            throw new IllegalArgumentException("Input %d has the shape %s, but the images of %s have %s"
                    .formatted(
                            index,
                            Arrays.toString(input.shape()),
                            dataSet.name(),
                            Arrays.toString(dataSet.imageShape())));
        }
        float[] values = input.toArray();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("Input " + index + " holds " + value + ", which is near to nothing");
            }
        }
        return values;
    }

    private void transpose(float[] images, int count, float[] block) {
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < width; p++) {
                block[p * BLOCK + i] = images[i * width + p];
            }
        }
    }

    private static void squaredDistances(float[] query, float[] block, float[] squares) {
        Arrays.fill(squares, 0);
        for (int p = 0; p < query.length; p += STRIDE) {
            int at = p * BLOCK;
            add(block, at, query[p], query[p + 1], query[p + 2], query[p + 3], squares);
        }
    }

    private static void add(float[] block, int at, float a, float b, float c, float d, float[] squares) {
        for (int i = 0; i < BLOCK; i++) {
            float inA = block[at + i] - a;
            float inB = block[at + BLOCK + i] - b;
            float inC = block[at + 2 * BLOCK + i] - c;
            float inD = block[at + 3 * BLOCK + i] - d;
            squares[i] += inA * inA + inB * inB + (inC * inC + inD * inD);
        }
    }
}
