/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;
import org.bayestrex.engine.model.Tensor;

/** A map of an input's values in colours, pixel by pixel as large as the input's own picture. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HeatMap {

    /** Only one pixel in a hundred is beyond the end of the colours (Smilkov et al. 2017, section 3.1). */
    private static final double SHOWN = .99;

    private static final double OVERLAID = .6;
    private static final double DARKEST = .2;
    private static final double LIGHTEST = .85;

    private final double[] values;
    private final int height;
    private final int width;
    private final double full;

    /** Of a map [h, w] or [channels, h, w]: channels are added up. */
    public HeatMap(Tensor map) {
        int[] shape = map.shape();
        height = shape[shape.length - 2];
        width = shape[shape.length - 1];
        values = new double[height * width];
        for (int i = 0; i < map.size(); i++) {
            values[i % values.length] += map.get(i);
        }
        double[] sizes = Arrays.stream(values).map(Math::abs).sorted().toArray();
        double high = sizes[(int) Math.min(sizes.length - 1., SHOWN * sizes.length)];
        full = high > 0 ? high : Math.max(sizes[sizes.length - 1], Double.MIN_NORMAL);
    }

    /** The size of a value at which the colours end. */
    public double full() {
        return full;
    }

    public Optional<BufferedImage> picture() {
        float[] rgb = new float[3 * values.length];
        for (int i = 0; i < values.length; i++) {
            write(rgb, i, ColourScale.of(values[i] / full));
        }
        return Picture.of(Tensor.of(rgb, 3, height, width));
    }

    /** The map over the input in grey: the larger a value, the more of its colour. */
    public Optional<BufferedImage> over(Tensor input) {
        float[] rgb = new float[3 * values.length];
        for (int i = 0; i < values.length; i++) {
            double share = Math.min(1, Math.abs(values[i]) / full);
            float[] colour = ColourScale.of(Math.signum(values[i]) * OVERLAID);
            double grey = DARKEST + (LIGHTEST - DARKEST) * brightness(input, i);
            float[] mixed = new float[3];
            for (int channel = 0; channel < 3; channel++) {
                mixed[channel] = (float) (share * colour[channel] + (1 - share) * grey);
            }
            write(rgb, i, mixed);
        }
        return Picture.of(Tensor.of(rgb, 3, height, width));
    }

    private double brightness(Tensor input, int pixel) {
        double sum = 0;
        int channels = input.size() / values.length;
        for (int channel = 0; channel < channels; channel++) {
            sum += Math.min(1, Math.max(0, input.get(channel * values.length + pixel)));
        }
        return sum / channels;
    }

    private void write(float[] rgb, int pixel, float[] colour) {
        for (int channel = 0; channel < 3; channel++) {
            rgb[channel * values.length + pixel] = colour[channel];
        }
    }
}
