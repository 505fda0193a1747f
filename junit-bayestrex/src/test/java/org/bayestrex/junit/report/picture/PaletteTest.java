/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Colours that stand beside each other, as seen with dichromatic vision (Machado, Oliveira and Fernandes 2009, severity 1). */
class PaletteTest {

    private static final Map<String, double[][]> VISION = Map.of(
            "protanopia",
                    new double[][] {
                        {.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}
                    },
            "deuteranopia",
                    new double[][] {
                        {.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}
                    },
            "tritanopia",
                    new double[][] {
                        {1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}
                    });

    @Test
    void linesAndVerdictsStayApartForEveryVision() {
        List<List<Color>> beside = List.of(
                List.of(Palette.BLUE, Palette.VERMILION, Palette.GREY),
                List.of(new Color(0x009E73), new Color(0xD55E00), new Color(0xE69F00)));
        VISION.forEach((name, matrix) -> beside.forEach(colours -> {
            for (int i = 0; i < colours.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(difference(seen(colours.get(i), matrix), seen(colours.get(j), matrix)))
                            .as("%s: %s beside %s", name, colours.get(i), colours.get(j))
                            .isGreaterThan(8); // CIE 1976; 2.3 is just noticeable
                }
            }
        }));
    }

    private static double[] linear(Color colour) {
        float[] rgb = colour.getRGBColorComponents(null);
        double[] linear = new double[3];
        for (int k = 0; k < 3; k++) {
            linear[k] = rgb[k] <= .04045 ? rgb[k] / 12.92 : Math.pow((rgb[k] + .055) / 1.055, 2.4);
        }
        return linear;
    }

    private static double[] seen(Color colour, double[][] matrix) {
        double[] rgb = linear(colour);
        double[] seen = new double[3];
        for (int k = 0; k < 3; k++) {
            double sum = matrix[k][0] * rgb[0] + matrix[k][1] * rgb[1] + matrix[k][2] * rgb[2];
            seen[k] = Math.min(1, Math.max(0, sum));
        }
        return seen;
    }

    private static double difference(double[] one, double[] other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    /** CIE L*a*b* of linear sRGB, white D65. */
    private static double[] lab(double[] rgb) {
        double x = root((.4124 * rgb[0] + .3576 * rgb[1] + .1805 * rgb[2]) / .9505);
        double y = root(.2126 * rgb[0] + .7152 * rgb[1] + .0722 * rgb[2]);
        double z = root((.0193 * rgb[0] + .1192 * rgb[1] + .9505 * rgb[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double value) {
        return value > .008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116.0;
    }
}
