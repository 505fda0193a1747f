/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.bayestrex.junit.report.chart.TracePlot;
import org.bayestrex.junit.report.page.Png;
import org.junit.jupiter.api.Test;

class PngTest {

    @Test
    void aFewColoursAreKeptExactly() throws IOException {
        BufferedImage greys = image((x, y) -> 0x010100 * ((x * 7 + y) % 256) + 0x40);

        BufferedImage read = read(Png.encode(greys));

        assertThat(read.getColorModel().getPixelSize()).isEqualTo(8);
        assertThat(largestError(greys, read)).isZero();
    }

    @Test
    void greysNeedNoPalette() throws IOException {
        BufferedImage greys = image((x, y) -> 0x010101 * ((x * 7 + y) % 256));

        byte[] png = Png.encode(greys);

        assertThat(new String(png, ISO_8859_1)).doesNotContain("PLTE");
        // the raster, since the JDK takes grey files for linear light
        Raster read = read(png).getRaster();
        for (int y = 0; y < greys.getHeight(); y++) {
            for (int x = 0; x < greys.getWidth(); x++) {
                assertThat(read.getSample(x, y, 0)).isEqualTo(greys.getRGB(x, y) & 255);
            }
        }
    }

    @Test
    void chartsAreSmallerThanTheJdkMakesThem() throws IOException {
        byte[] ours = Png.encode(TracePlot.of(Bars.uprightOnes().findings()).orElseThrow());
        ByteArrayOutputStream theirs = new ByteArrayOutputStream();

        ImageIO.write(read(ours), "png", theirs);

        assertThat(ours.length).isLessThan((int) (.9 * theirs.size()));
    }

    @Test
    void blendsOfAFewInksLoseNothingThatCanBeSeen() throws IOException {
        BufferedImage blends = image((x, y) -> 0x010101 * x + (y % 8));

        BufferedImage read = read(Png.encode(blends));

        assertThat(read.getColorModel().getPixelSize()).isEqualTo(8);
        assertThat(largestError(blends, read)).isBetween(1, 4);
    }

    @Test
    void shadedAreasShowNoBands() throws IOException {
        // Given a smooth surface in two colours, which fewer would do, 16 apart
        BufferedImage surface = image((x, y) -> ((x / 2) << 16) + ((y / 2) << 8));

        BufferedImage read = read(Png.encode(surface));

        assertThat(largestError(surface, read)).isLessThanOrEqualTo(4);
    }

    @Test
    void photographsStayAsTheyAre() throws IOException {
        Random random = new Random(7);
        BufferedImage photograph = image((x, y) -> random.nextInt(1 << 24));

        assertThat(largestError(photograph, read(Png.encode(photograph)))).isZero();
    }

    private static BufferedImage image(IntBinaryOperator rgb) {
        BufferedImage image = new BufferedImage(256, 100, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, rgb.applyAsInt(x, y));
            }
        }
        return image;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int largestError(BufferedImage one, BufferedImage other) {
        int largest = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int error = (one.getRGB(x, y) >> shift & 255) - (other.getRGB(x, y) >> shift & 255);
                    largest = Math.max(largest, Math.abs(error));
                }
            }
        }
        return largest;
    }
}
