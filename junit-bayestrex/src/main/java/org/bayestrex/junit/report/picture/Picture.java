/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.picture;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.apiguardian.api.API;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.junit.report.page.Drawing;

/** Inputs as pictures: grey [1, h, w] (or [h, w]) and red-green-blue [3, h, w], values in [0, 1]. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Picture {

    /** The shorter limit of what can be looked at with ease. */
    private static final int SMALLEST = 112;

    private static final int LARGEST = 224;

    private Picture() {}

    /** Whether an input of this shape can be shown. */
    public static boolean isPossible(Tensor input) {
        int[] shape = input.shape();
        return (shape.length == 2 || (shape.length == 3 && (shape[0] == 1 || shape[0] == 3)))
                && height(shape) >= 2
                && width(shape) >= 2;
    }

    /**
     * The picture at a size that can be looked at: every pixel a square of its own, or the mean of a square. Empty for an
     * input that is no picture.
     */
    public static Optional<BufferedImage> of(Tensor input) {
        if (!isPossible(input)) {
            return Optional.empty();
        }
        int[] shape = input.shape();
        int longest = Math.max(height(shape), width(shape));
        return Optional.of(
                longest > LARGEST
                        ? reduced(input, (longest + LARGEST - 1) / LARGEST)
                        : enlarged(input, (SMALLEST + longest - 1) / longest));
    }

    /** The same as PNG; empty too where it cannot be drawn. */
    public static Optional<byte[]> png(Tensor input) {
        return Drawing.of(() -> of(input)).png();
    }

    /** As PNG with one pixel for each of the input's, or for the mean of a square: for pages, which enlarge it themselves. */
    public static Optional<byte[]> plainPng(Tensor input) {
        return Drawing.of(() -> plain(input)).png();
    }

    private static Optional<BufferedImage> plain(Tensor input) {
        if (!isPossible(input)) {
            return Optional.empty();
        }
        int longest = Math.max(height(input.shape()), width(input.shape()));
        return Optional.of(reduced(input, Math.max(1, (longest + LARGEST - 1) / LARGEST)));
    }

    private static BufferedImage enlarged(Tensor input, int factor) {
        int[] shape = input.shape();
        BufferedImage picture =
                new BufferedImage(width(shape) * factor, height(shape) * factor, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, colour(input, y / factor, x / factor, 1));
            }
        }
        return picture;
    }

    private static BufferedImage reduced(Tensor input, int factor) {
        int[] shape = input.shape();
        BufferedImage picture =
                new BufferedImage(width(shape) / factor, height(shape) / factor, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, colour(input, y * factor, x * factor, factor));
            }
        }
        return picture;
    }

    /** Mean colour of the square with this corner and side. */
    private static int colour(Tensor input, int top, int left, int side) {
        int[] shape = input.shape();
        boolean grey = shape.length == 2 || shape[0] == 1;
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            int plane = grey ? 0 : channel * height(shape) * width(shape);
            double sum = 0;
            for (int y = top; y < top + side; y++) {
                for (int x = left; x < left + side; x++) {
                    sum += input.get(plane + y * width(shape) + x);
                }
            }
            rgb = rgb << 8 | level(sum / (side * side));
        }
        return rgb;
    }

    /** 0 to 255; what is no number is shown black. */
    private static int level(double value) {
        return (int) Math.round(255 * Math.min(1, Math.max(0, Double.isNaN(value) ? 0 : value)));
    }

    private static int height(int[] shape) {
        return shape[shape.length - 2];
    }

    private static int width(int[] shape) {
        return shape[shape.length - 1];
    }
}
