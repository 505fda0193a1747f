/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

/** Maps of a model of which each can be had by hand. */
class SaliencyTest {

    private static final double[] NONE = {0, 0, 0, 0};
    private static final double[] LINEAR = {1, -2, .5, 0};
    private static final double[] SQUARES = {.5, .25, -1, 2};
    private static final Classifier PLAIN = new Quadratic(LINEAR, NONE);
    private static final Classifier CURVED = new Quadratic(LINEAR, SQUARES);
    private static final Claim CLAIM = new Claim(Tensor.of(new float[] {1, 2, -1, .5f}, 1, 2, 2), 0);

    @Test
    void theGradientIsTheSlope() {
        Attribution found = only(new VanillaGradient().of(CURVED, List.of(CLAIM)));

        assertThat(found.signed().toArray()).containsExactly(new float[] {2, -1, 2.5f, 2}, within(1e-6f));
        assertThat(found.magnitude().toArray()).containsExactly(new float[] {2, 1, 2.5f, 2}, within(1e-6f));
        assertThat(found.signed().shape()).containsExactly(1, 2, 2);
        assertThat(found.cls()).isZero();
    }

    @Test
    void theOtherClassHasTheOppositeSlope() {
        Attribution found = only(new VanillaGradient().of(PLAIN, List.of(new Claim(CLAIM.input(), 1))));

        assertThat(found.signed().toArray()).containsExactly(new float[] {-1, 2, -.5f, 0}, within(1e-6f));
    }

    @Test
    void theProbabilitysGradientIsTheLogOddsTimesItsVariance() {
        double odds = 1 - 4 - .5;
        double p = 1 / (1 + Math.exp(-odds));

        Attribution found = only(new VanillaGradient(ClassScore.PROBABILITY).of(PLAIN, List.of(CLAIM)));

        assertThat((double) found.signed().get(1)).isCloseTo(-2 * p * (1 - p), within(1e-6));
    }

    @Test
    void ofALinearModelSmoothGradIsTheGradientWhateverTheNoise() {
        Attribution found = only(new SmoothGrad(7, 3, 1, ClassScore.LOG_ODDS).of(PLAIN, List.of(CLAIM)));

        assertThat(found.signed().toArray()).containsExactly(new float[] {1, -2, .5f, 0}, within(1e-6f));
    }

    @Test
    void smoothGradsMagnitudeIsTheMeanSizeOfSlopesThatCancel() {
        // The slope is 2 x there, and x is normal around 0 with the noise's width of 1: its mean is 0, that of |x|
        // sqrt(2 / pi).
        Classifier bowl = new Quadratic(NONE, new double[] {1, 0, 0, 0});
        Claim bottom = new Claim(Tensor.of(new float[] {0, -1, 1, 0}, 1, 2, 2), 0);

        Attribution found = only(new SmoothGrad(20_000, .5, 1, ClassScore.LOG_ODDS).of(bowl, List.of(bottom)));

        assertThat((double) found.signed().get(0)).isCloseTo(0, within(.05));
        assertThat((double) found.magnitude().get(0)).isCloseTo(2 * Math.sqrt(2 / Math.PI), within(.05));
    }

    @Test
    void everyCopyIsAskedAboutTheClaimedClass() {
        // At the decision boundary half of the copies favour the other class, whose slope is the opposite.
        Claim boundary = new Claim(Tensor.of(new float[] {0, 0, 0, 1}, 1, 2, 2), 0);

        Attribution found = only(new SmoothGrad(50, 1, 1, ClassScore.LOGIT).of(PLAIN, List.of(boundary)));

        assertThat(found.signed().get(1)).isEqualTo(-2);
        assertThat(found.magnitude().get(1)).isEqualTo(2);
    }

    @Test
    void integratedGradientsSumToTheDifferenceOfTheScores() {
        Attribution found = only(new IntegratedGradients(.5, 3, ClassScore.LOG_ODDS).of(CURVED, List.of(CLAIM)));

        // The midpoint rule is exact where the slope is linear: w (x - b) + a (x^2 - b^2).
        assertThat(found.signed().toArray()).containsExactly(new float[] {.875f, -2.0625f, -1.5f, 0}, within(1e-5f));
        assertThat(found.parameters().get("missing")).isCloseTo(0, within(1e-5));
    }

    @Test
    void occlusionIsWhatTheScoreLoses() {
        Attribution found = only(new Occlusion(1, 1, 0, ClassScore.LOG_ODDS).of(CURVED, List.of(CLAIM)));

        assertThat(found.signed().toArray()).containsExactly(new float[] {1.5f, -3, -1.5f, .5f}, within(1e-5f));
    }

    @Test
    void aPixelHasTheMeanOfTheSquaresThatCoverIt() {
        // Squares of two a pixel apart: the whole picture, its right column, its lower row and its last pixel.
        Attribution found = only(new Occlusion(2, 1, 0, ClassScore.LOG_ODDS).of(CURVED, List.of(CLAIM)));

        float whole = 1.5f - 3 - 1.5f + .5f;
        assertThat(found.signed().toArray())
                .containsExactly(
                        new float[] {whole, (whole - 2.5f) / 2, (whole - 1) / 2, (whole - 2.5f - 1 + .5f) / 4},
                        within(1e-5f));
    }

    @Test
    void aMapDoesNotDependOnWhatItIsMadeTogetherWith() {
        List<Claim> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(new Claim(Tensor.of(new float[] {i, 2, -1, .5f}, 1, 2, 2), i % 2));
        }
        for (Saliency saliency :
                List.of(new VanillaGradient(), new SmoothGrad(), new IntegratedGradients(), new Occlusion())) {
            Attribution alone = only(saliency.of(CURVED, many.subList(277, 278)));

            assertThat(saliency.of(CURVED, many).get(277)).as(saliency.method()).isEqualTo(alone);
        }
    }

    @Test
    void aModelWithoutGradientIsExplainedByOcclusionOnly() {
        Classifier function = TestModels.rows("rows", x -> new float[] {x[0], 0});

        assertThatThrownBy(() -> new SmoothGrad().of(function, List.of(CLAIM)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("rows has no gradient")
                .hasMessageContaining("occlusion");
        assertThat(new Occlusion(1, 1, 0, ClassScore.LOG_ODDS)
                        .of(function, List.of(CLAIM))
                        .get(0)
                        .signed()
                        .toArray())
                .containsExactly(1, 0, 0, 0);
    }

    @Test
    void aGradientThatIsZeroEverywhereIsRefused() {
        assertThatThrownBy(() -> new VanillaGradient().of(new Quadratic(NONE, NONE), List.of(CLAIM)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("zero at all 1 inputs");
    }

    @Test
    void wrappedModelsKeepTheirGradient() {
        Attribution plain = only(
                new VanillaGradient().of(CURVED, List.of(CLAIM, CLAIM, CLAIM)).subList(2, 3));

        Attribution limited = new VanillaGradient()
                .of(CURVED.withBatchLimit(2), List.of(CLAIM, CLAIM, CLAIM))
                .get(2);
        Attribution cooled = only(new VanillaGradient().of(CURVED.withTemperature(2), List.of(CLAIM)));

        assertThat(limited).isEqualTo(plain);
        assertThat(cooled.signed().get(0)).isEqualTo(plain.signed().get(0) / 2);
    }

    @Test
    void inputsOfSeveralShapesAndAbsentClassesAreRefused() {
        Claim other = new Claim(Tensor.of(new float[4], 4), 0);

        assertThatThrownBy(() -> new VanillaGradient().of(PLAIN, List.of(CLAIM, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1, 2, 2] and [4]");
        assertThatThrownBy(() -> new Occlusion().of(PLAIN, List.of(new Claim(CLAIM.input(), 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no class 2 in quadratic, which has 2");
        assertThatThrownBy(() -> new Occlusion().of(PLAIN, List.of(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[channels, height, width]");
    }

    private static Attribution only(List<Attribution> attributions) {
        assertThat(attributions).hasSize(1);
        return attributions.get(0);
    }
}
