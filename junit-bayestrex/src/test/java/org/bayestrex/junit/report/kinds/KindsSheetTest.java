/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.bayestrex.engine.explain.Attribution;
import org.bayestrex.engine.explain.ClassScore;
import org.bayestrex.engine.explain.DifferentiableMasking;
import org.bayestrex.engine.explain.Occlusion;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.InputGradient;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.junit.report.page.Place;
import org.junit.jupiter.api.Test;

/** A picture has one bright row, the place of which the first latent chooses; the model is sure of two places. */
class KindsSheetTest {

    private static final int SIDE = 8;
    private static final DataDistribution ROWS = DataDistribution.of("rows", 2, KindsSheetTest::pictures);

    @Test
    void eachKindIsShownAndExplained() throws IOException {
        // given
        Findings findings = search(0);
        // when
        KindsSheet sheet = KindsSheet.of(findings, new Occlusion());
        // then
        assertThat(sheet.kinds().kinds()).hasSize(2);
        assertThat(sheet.describe()).isEqualTo("2 kinds of findings");
        assertThat(sheet.verdict())
                .startsWith("2 kinds of findings in ")
                .contains("The next finding is of another kind");
        assertThat(sheet.html(Place.PAGE))
                .contains(
                        "What kinds of findings are there?",
                        "data:image/png",
                        "speaks for the class",
                        "in latent space, then none");
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(sheet.png().orElseThrow()));
        assertThat(picture.getWidth()).isEqualTo(2 * 16 + 4 * (112 + 16) - 16);
        // row 1 is bright in one kind's map, and row 6 in the other's: red there
        assertThat(reddest(picture)).isGreaterThan(100);
    }

    @Test
    void aMaskStandsBesideSmoothGradWithWhatItKeeps() throws IOException {
        // given two steps, in which no gate of needless rows closes, and none of the needed ones
        DifferentiableMasking masking = new DifferentiableMasking(8, 0, .1, 2, 1);
        // when
        KindsSheet sheet = KindsSheet.of(search(0, new RowReader()), masking);
        // then
        assertThat(sheet.html(Place.PAGE))
                .contains("SmoothGrad has red where", "DiffMask has red where a square is needed")
                .doesNotContain("Violated");
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(sheet.png().orElseThrow()));
        assertThat(picture.getWidth()).isEqualTo(2 * 16 + 4 * (112 + 16) - 16);
    }

    @Test
    void aMaskThatChangesTheAnswerSaysSo() {
        Tensor map = Tensor.of(new float[] {1, 0, 0, 1}, 1, 2, 2);
        Attribution within = mask(map, .08, 0);
        Attribution beyond = mask(map, .31, .21);

        assertThat(MaskWords.of(within)).contains("keeps 50 %, KL 0.08");
        assertThat(MaskWords.of(beyond)).contains("VIOLATED: KL 0.31");
        assertThat(MaskWords.isViolated(within)).isFalse();
        assertThat(MaskWords.isViolated(beyond)).isTrue();
        assertThat(MaskWords.of(new Attribution(map, map, 0, ClassScore.LOGIT, "occlusion", Map.of())))
                .isEmpty();
    }

    private static Attribution mask(Tensor map, double divergence, double violation) {
        return new Attribution(
                map,
                map,
                0,
                ClassScore.PROBABILITY,
                "DiffMask",
                Map.of("kept", .5, "divergence", divergence, "allowed", .1, "violation", violation));
    }

    /** {@link #logits} with its gradient. */
    private static final class RowReader implements Classifier, InputGradient {

        @Override
        public String name() {
            return "row-reader";
        }

        @Override
        public List<String> labels() {
            return List.of("odd", "none", "never");
        }

        @Override
        public Tensor logits(Tensor pictures) {
            return KindsSheetTest.logits(pictures);
        }

        @Override
        public Tensor pullBack(Tensor pictures, Head head) {
            Tensor logits = logits(pictures);
            float[] slopes = new float[pictures.size()];
            for (int i = 0; i < slopes.length; i++) {
                int picture = i / SIDE / SIDE;
                int row = i / SIDE % SIDE;
                double[] own = {logits.get(3 * picture), logits.get(3 * picture + 1), logits.get(3 * picture + 2)};
                slopes[i] = row == 1 || row == 6 ? (float) head.cotangents(picture, own)[0] : 0;
            }
            return Tensor.of(slopes, pictures.shape());
        }

        @Override
        public void close() {}
    }

    @Test
    void whereNothingWasFoundThereIsNoPicture() {
        KindsSheet sheet = KindsSheet.of(search(2), new Occlusion());

        assertThat(sheet.png()).isEmpty();
        assertThat(sheet.html(Place.PAGE))
                .contains("Nothing was found, so there is no kind of it.")
                .doesNotContain("<table");
    }

    @Test
    void inputsThatAreNoPicturesAreATable() {
        Classifier classifier = Classifier.of("line", List.of(), inputs -> scores(inputs, 2));
        Findings findings = Search.of(classifier, DataDistribution.of("plane", 2, latents -> latents))
                .target(HighConfidence.of(0))
                .method(Method.DIRECT)
                .draws(50)
                .seed(3)
                .run();

        KindsSheet sheet = KindsSheet.of(findings, new Occlusion());

        assertThat(sheet.png()).isEmpty();
        assertThat(sheet.html(Place.PAGE)).contains("Smallest change", "<td").doesNotContain("speaks for");
    }

    private static Findings search(int cls) {
        return search(cls, Classifier.of("row-reader", List.of("odd", "none", "never"), KindsSheetTest::logits));
    }

    private static Findings search(int cls, Classifier classifier) {
        return Search.of(classifier, ROWS)
                .target(HighConfidence.of(cls))
                .method(Method.DIRECT)
                .draws(100)
                .seed(3)
                .run();
    }

    private static Tensor pictures(Tensor latents) {
        int count = latents.shape()[0];
        float[] pixels = new float[count * SIDE * SIDE];
        for (int i = 0; i < count; i++) {
            double place = SIDE / 2. + 1.5 * latents.get(2 * i);
            int row = (int) Math.max(0, Math.min(SIDE - 1, Math.floor(place)));
            for (int x = 0; x < SIDE; x++) {
                pixels[(i * SIDE + row) * SIDE + x] = 1;
            }
        }
        return Tensor.of(pixels, count, 1, SIDE, SIDE);
    }

    /** Sure of "odd" where row 1 or row 6 is bright. */
    private static Tensor logits(Tensor pictures) {
        int count = pictures.shape()[0];
        float[] logits = new float[3 * count];
        for (int i = 0; i < count; i++) {
            float sum = 0;
            for (int x = 0; x < SIDE; x++) {
                sum += pictures.get((i * SIDE + 1) * SIDE + x) + pictures.get((i * SIDE + 6) * SIDE + x);
            }
            logits[3 * i] = sum - 3;
            logits[3 * i + 2] = -20;
        }
        return Tensor.of(logits, count, 3);
    }

    private static Tensor scores(Tensor points, int width) {
        int count = points.shape()[0];
        float[] logits = new float[2 * count];
        for (int i = 0; i < count; i++) {
            logits[2 * i] = 10 * points.get(width * i);
        }
        return Tensor.of(logits, count, 2);
    }

    private static int reddest(BufferedImage picture) {
        int most = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                most = Math.max(most, (rgb >> 16 & 255) - (rgb & 255));
            }
        }
        return most;
    }
}
