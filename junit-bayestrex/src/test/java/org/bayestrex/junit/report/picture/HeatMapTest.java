/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

class HeatMapTest {

    private final Tensor map = Tensor.of(new float[] {2, 0, -2, 1.2f}, 1, 2, 2);

    @Test
    void aPixelHasTheColourOfItsShareOfTheLargest() {
        HeatMap heat = new HeatMap(map);

        BufferedImage picture = heat.picture().orElseThrow();

        assertThat(heat.full()).isEqualTo(2);
        assertThat(picture.getWidth()).isEqualTo(112);
        assertThat(new Color(picture.getRGB(10, 10))).isEqualTo(ColourScale.colour(1));
        assertThat(new Color(picture.getRGB(100, 10))).isEqualTo(ColourScale.colour(0));
        assertThat(new Color(picture.getRGB(10, 100))).isEqualTo(ColourScale.colour(-1));
        assertThat(new Color(picture.getRGB(100, 100))).isEqualTo(ColourScale.colour(.6));
    }

    @Test
    void channelsAreAddedUp() {
        HeatMap heat = new HeatMap(Tensor.of(new float[] {1, 0, 0, 0, 2, 0, 0, 0, -1, 0, 0, 0}, 3, 2, 2));

        assertThat(heat.full()).isEqualTo(2);
    }

    @Test
    void laidOverAnInputOnlyLargeValuesAreColoured() {
        BufferedImage picture = new HeatMap(map)
                .over(Tensor.of(new float[] {1, 1, 0, 0}, 1, 2, 2))
                .orElseThrow();

        assertThat(new Color(picture.getRGB(10, 10))).isEqualTo(ColourScale.colour(.6));
        Color untouched = new Color(picture.getRGB(100, 10));
        assertThat(untouched.getRed()).isEqualTo(untouched.getBlue()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(10, 100))).isEqualTo(ColourScale.colour(-.6));
    }

    @Test
    void aMapOfZerosIsAllOfOneColour() {
        BufferedImage picture =
                new HeatMap(Tensor.of(new float[4], 1, 2, 2)).picture().orElseThrow();

        assertThat(new Color(picture.getRGB(10, 10))).isEqualTo(ColourScale.colour(0));
    }
}
