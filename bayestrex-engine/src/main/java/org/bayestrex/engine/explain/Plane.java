/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;

/**
 * The pixels of a picture; a pixel has a value in each channel.
 *
 * @param channels 1 or more
 * @param height rows
 * @param width columns
 */
record Plane(int channels, int height, int width) {

    /**
     * Of an input [height, width] or [channels, height, width].
     *
     * @throws IllegalArgumentException when it is no picture
     */
    static Plane of(Tensor input) {
        int[] shape = input.shape();
        if (shape.length != 2 && shape.length != 3) {
            throw new IllegalArgumentException(
                    "Pixels are covered in pictures, [channels, height, width], but an input has " + "the shape "
                            + Arrays.toString(shape));
        }
        int last = shape.length - 1;
        return new Plane(shape.length == 2 ? 1 : shape[0], shape[last - 1], shape[last]);
    }

    int pixels() {
        return height * width;
    }

    /** Writes a value into all channels of a pixel. */
    void write(float[] input, int pixel, float value) {
        for (int channel = 0; channel < channels; channel++) {
            input[channel * pixels() + pixel] = value;
        }
    }

    /** Copies all channels of a pixel. */
    void copy(float[] from, int pixel, float[] to) {
        for (int channel = 0; channel < channels; channel++) {
            to[channel * pixels() + pixel] = from[channel * pixels() + pixel];
        }
    }

    /** One value for each pixel, repeated in each channel. */
    double[] inAllChannels(double[] values) {
        return IntStream.range(0, channels * pixels())
                .mapToDouble(i -> values[i % pixels()])
                .toArray();
    }

    /** The sum over the channels of each pixel. */
    double[] summed(Tensor map) {
        double[] sums = new double[pixels()];
        for (int i = 0; i < map.size(); i++) {
            sums[i % pixels()] += map.get(i);
        }
        return sums;
    }

    /** The pixels of a square with this corner, as far as it is in the picture. */
    int[] rectangle(int top, int left, int side) {
        return IntStream.range(top, Math.min(height, top + side))
                .flatMap(
                        y -> IntStream.range(left, Math.min(width, left + side)).map(x -> y * width + x))
                .toArray();
    }
}
