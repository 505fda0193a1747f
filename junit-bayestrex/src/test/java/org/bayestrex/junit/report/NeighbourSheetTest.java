/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bayestrex.engine.explain.Likeness;
import org.bayestrex.engine.explain.Neighbours;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.choice.Selection;
import org.bayestrex.junit.report.input.ContactSheet;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourSheetTest {

    private static final int PICTURE = 112;

    private final Findings findings = Bars.uprightOnes().findings();

    @Test
    void showsEachFindingAboveItsNeighbours() {
        // given
        Selection selection = Selection.of(findings, ContactSheet.MOST);
        DataSet training = bars(500, 1);
        NeighbourSheet page = NeighbourSheet.of(findings, Neighbours.of(training, bars(200, 2), 5));
        // when
        BufferedImage sheet = page.draw().orElseThrow();
        // then
        int left = NeighbourSheet.MARGIN + NeighbourSheet.CELL + NeighbourSheet.GAP;
        int top = NeighbourSheet.MARGIN + NeighbourSheet.HEADING;
        assertThat(pixels(sheet.getSubimage(left, top, PICTURE, PICTURE)))
                .containsExactly(
                        pixels(Picture.of(selection.samples().get(1).input()).orElseThrow()));
        int nearest = page.report().inputs().get(1).nearest().get(0).index();
        BufferedImage small = sheet.getSubimage(left, top + PICTURE + NeighbourSheet.CAPTION - 6, 56, 56);
        assertThat(level(small, 28, 28))
                .isEqualTo(level(Picture.of(training.image(nearest)).orElseThrow(), 56, 56));
        assertThat(page.png()).isPresent();
        assertThat(page.describe()).startsWith("Nearest of 500 images of bars: ");
    }

    @Test
    void namesACopy() {
        // given: the findings themselves are among the training images
        List<Tensor> inputs = Selection.of(findings, ContactSheet.MOST).samples().stream()
                .map(sample -> sample.input())
                .toList();
        float[] values = new float[inputs.size() * 784 + 784 * 300];
        for (int i = 0; i < inputs.size(); i++) {
            System.arraycopy(inputs.get(i).toArray(), 0, values, i * 784, 784);
        }
        float[] noise = noise(300, 3);
        System.arraycopy(noise, 0, values, inputs.size() * 784, noise.length);
        DataSet training = DataSet.of("bars", values, 1, 28, 28);
        // when
        NeighbourSheet page =
                NeighbourSheet.of(findings, Neighbours.of(training, DataSet.of("noise", noise(200, 4), 1, 28, 28), 5));
        // then
        assertThat(page.report().counts()).containsOnlyKeys(Likeness.MEMORISED);
        assertThat(page.describe()).isEqualTo("Nearest of 324 images of bars: 24 memorised");
        assertThat(NeighbourSheet.place(page.report().inputs().get(0))).isEqualTo("nearer than all held out");
    }

    @Test
    void standsOnThePageAndInTheFolderOfTheTest(@TempDir Path folder) {
        // given
        NeighbourSheet sheet = NeighbourSheet.of(findings, Neighbours.of(bars(500, 1), bars(200, 2), 5));
        TestReport report = Bars.uprightOnes().report(Optional.empty(), folder, Optional.of(sheet), Checks.PASSED);
        // when
        new FileSink().publish(report);
        // then
        assertThat(folder.resolve("neighbours.png")).isNotEmptyFile();
        assertThat(folder.resolve("neighbours.json"))
                .content()
                .isEqualTo(sheet.report().toJson());
        assertThat(folder.resolve("report.html"))
                .content()
                .contains(
                        "Like the training images?",
                        Html.escape(sheet.verdict()),
                        Html.escape(NeighbourSheet.EXPLANATION));
        assertThat(Exhibits.of(report).summary()).contains(Html.escape(sheet.verdict()));
        assertThat(Exhibits.of(Bars.uprightOnes().report(Checks.PASSED)).page()).doesNotContain("training images");
    }

    @Test
    void saysWhatCopiesAndFarInputsMean() {
        // given: the same findings beside images that are all far, and beside the findings themselves
        DataSet noise = DataSet.of("noise", noise(300, 3), 1, 28, 28);
        float[] copies = Arrays.copyOf(noise.values(0, 300), 784 * 324);
        List<Sample> shown = Selection.of(findings, ContactSheet.MOST).samples();
        for (int i = 0; i < 24; i++) {
            System.arraycopy(shown.get(i).input().toArray(), 0, copies, (300 + i) * 784, 784);
        }
        // then
        assertThat(NeighbourSheet.of(findings, Neighbours.of(bars(500, 1), bars(200, 2), 5))
                        .verdict())
                .contains(". None is a copy of a training image.");
        assertThat(NeighbourSheet.of(findings, Neighbours.of(noise, DataSet.of("dim", dim(noise), 1, 28, 28), 5))
                        .verdict())
                .endsWith("✘ 24 are farther from every training image than 99 in 100 held-out images are: judge by eye"
                        + " whether they are inputs at all, or the generator's mistakes.");
        assertThat(NeighbourSheet.of(findings, Neighbours.of(DataSet.of("copies", copies, 1, 28, 28), noise(), 5))
                        .verdict())
                .contains("✘ 24 may be copies");
    }

    private static DataSet noise() {
        return DataSet.of("noise", noise(200, 4), 1, 28, 28);
    }

    /** Near copies: whatever is no copy is farther. */
    private static float[] dim(DataSet images) {
        float[] values = images.values(0, images.size());
        for (int i = 0; i < values.length; i++) {
            values[i] *= .99f;
        }
        return values;
    }

    @Test
    void isLeftOutWithoutPictures() {
        // given
        DataSet numbers = DataSet.of("numbers", new float[] {0, 0, 1, 1, 2, 2}, 2);
        // when
        NeighbourSheet page =
                NeighbourSheet.of(Bars.uprightOnes().asNumbers().findings(), Neighbours.of(numbers, numbers, 2));
        // then
        assertThat(page.png()).isEmpty();
        assertThat(page.report().inputs()).isNotEmpty();
    }

    private static DataSet bars(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * 784];
        for (int i = 0; i < count; i++) {
            float[] bar = Bars.bar(new double[] {.5 * random.nextGaussian(), random.nextGaussian()})
                    .toArray();
            System.arraycopy(bar, 0, values, i * 784, 784);
        }
        return DataSet.of("bars", values, 1, 28, 28);
    }

    private static float[] noise(int images, long seed) {
        Random random = new Random(seed);
        float[] values = new float[images * 784];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static int level(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xff;
    }

    private static int[] pixels(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.copyOf(pixels, pixels.length);
    }
}
