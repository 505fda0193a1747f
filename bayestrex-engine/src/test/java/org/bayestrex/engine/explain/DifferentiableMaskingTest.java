/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.explain.mask.WeightedPixels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

/** White pictures of 28 x 28; the model adds up the brightness of two squares of four by four, and of nothing else. */
class DifferentiableMaskingTest {

    private static final int SIDE = 28;
    private static final Claim WHITE = new Claim(white(), 1);

    private static Tensor white() {
        float[] pixels = new float[SIDE * SIDE];
        Arrays.fill(pixels, 1);
        return Tensor.of(pixels, 1, SIDE, SIDE);
    }

    private static boolean counts(int pixel) {
        int patch = pixel / SIDE / 4 * 7 + pixel % SIDE / 4;
        return patch == 9 || patch == 40;
    }

    private static WeightedPixels sum(float weight) {
        float[] weights = new float[SIDE * SIDE];
        IntStream.range(0, weights.length)
                .filter(DifferentiableMaskingTest::counts)
                .forEach(i -> weights[i] = weight);
        return new WeightedPixels(weights);
    }

    @Test
    void theSquaresThatCountAreKeptAndNoOther() {
        Attribution map =
                new DifferentiableMasking().of(sum(.15f), List.of(WHITE, WHITE)).get(1);

        assertThat(map.method()).isEqualTo("DiffMask");
        for (int i = 0; i < SIDE * SIDE; i++) {
            assertThat(map.signed().get(i)).as("pixel %d", i).isBetween(counts(i) ? .5f : 0, counts(i) ? 1f : .3f);
        }
        assertThat(map.parameters().get("kept")).isEqualTo(2 / 49.);
        assertThat(map.parameters().get("violation")).isZero();
        assertThat(map.parameters().get("divergence")).isLessThan(.1);
        assertThat(map.parameters().get("side")).isEqualTo(4);
    }

    @Test
    void theSameSeedGivesTheSameMap() {
        DifferentiableMasking masking = new DifferentiableMasking(7, 0, .1, 20, 3);
        Tensor once = masking.of(sum(.15f), List.of(WHITE)).get(0).signed();
        Tensor again = masking.of(sum(.15f), List.of(WHITE)).get(0).signed();

        assertThat(again.toArray()).containsExactly(once.toArray());
    }

    @Test
    void aModelWithoutAGradientIsRefused() {
        Classifier function = Classifier.of("function", List.of(), inputs -> inputs);

        assertThatThrownBy(() -> new DifferentiableMasking().of(function, List.of(WHITE)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("function has no gradient");
        assertThatThrownBy(() -> new DifferentiableMasking().of(sum(0), List.of(WHITE)))
                .as("all squares would look needed")
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("zero at all");
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> new DifferentiableMasking(0, 0, .1, 20, 3)).hasMessageContaining("across");
        assertThatThrownBy(() -> new DifferentiableMasking(7, Double.NaN, .1, 20, 3))
                .hasMessageContaining("cover");
        assertThatThrownBy(() -> new DifferentiableMasking(7, 0, 0, 20, 3)).hasMessageContaining("allowed");
        assertThatThrownBy(() -> new DifferentiableMasking(7, 0, .1, 0, 3)).hasMessageContaining("steps");
    }
}
