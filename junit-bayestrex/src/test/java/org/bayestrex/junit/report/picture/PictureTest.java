/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.junit.report.Bars;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void showsEveryPixelAsOneSquare() {
        // given
        Tensor bar = Bars.bar(new double[] {.3, .5});
        // when
        BufferedImage picture = Picture.of(bar).orElseThrow();
        // then
        assertThat(picture.getWidth()).isEqualTo(112);
        assertThat(picture.getHeight()).isEqualTo(112);
        for (int y = 0; y < 112; y++) {
            for (int x = 0; x < 112; x++) {
                int expected = Math.round(255 * bar.get(y / 4 * 28 + x / 4));
                assertThat(picture.getRGB(x, y) & 0xFFFFFF).isEqualTo(expected * 0x010101);
            }
        }
    }

    @Test
    void showsColours() {
        // given
        Tensor red = Tensor.of(new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0, .2f, .2f, .2f}, 3, 2, 2);
        // when
        BufferedImage picture = Picture.of(red).orElseThrow();
        // then
        assertThat(picture.getRGB(0, 0)).isEqualTo(0xFFFF0000);
        assertThat(picture.getRGB(111, 111)).isEqualTo(0xFF000033);
    }

    @Test
    void clipsWhatIsOutOfRange() {
        // given
        Tensor odd = Tensor.of(new float[] {-1, 2, Float.NaN, .5f}, 1, 2, 2);
        // when
        BufferedImage picture = Picture.of(odd).orElseThrow();
        // then
        assertThat(picture.getRGB(0, 0)).isEqualTo(0xFF000000);
        assertThat(picture.getRGB(111, 0)).isEqualTo(0xFFFFFFFF);
        assertThat(picture.getRGB(0, 111)).isEqualTo(0xFF000000);
        assertThat(picture.getRGB(111, 111)).isEqualTo(0xFF808080);
    }

    @Test
    void reducesWhatIsLarge() {
        // given
        float[] checkers = new float[448 * 448];
        for (int i = 0; i < checkers.length; i++) {
            checkers[i] = (i / 448 + i % 448) % 2;
        }
        // when
        BufferedImage picture = Picture.of(Tensor.of(checkers, 448, 448)).orElseThrow();
        // then
        assertThat(picture.getWidth()).isEqualTo(224);
        assertThat(picture.getRGB(100, 100)).isEqualTo(0xFF808080);
    }

    @Test
    void passesOverWhatIsNoPicture() {
        assertThat(Picture.of(Tensor.of(new float[4], 4))).isEmpty();
        assertThat(Picture.of(Tensor.of(new float[8], 2, 2, 2))).isEmpty();
        assertThat(Picture.of(Tensor.of(new float[4], 1, 1, 4))).isEmpty();
    }
}
