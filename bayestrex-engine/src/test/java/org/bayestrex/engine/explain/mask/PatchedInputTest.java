/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

/** Two pictures of two channels, three rows and five columns; value 100 row + 15 channel + 5 y + x. */
class PatchedInputTest {

    private static final Tensor PICTURES = pictures();
    private static final PatchedInput MODEL = new PatchedInput(new WeightedPixels(weights()), PICTURES.row(0), 2);

    private static Tensor pictures() {
        float[] values = new float[60];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 30 * 100 + i % 30;
        }
        return Tensor.of(values, 2, 2, 3, 5);
    }

    private static float[] weights() {
        float[] weights = new float[30];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 7 - 3;
        }
        return weights;
    }

    @Test
    void squaresAreCutRowByRowAndHangOverWithZeros() {
        HiddenStates states = MODEL.states(PICTURES);

        assertThat(MODEL.patches()).isEqualTo(6);
        assertThat(states.layers().get(0).shape()).containsExactly(2, 6, 8);
        float[] state = states.layers().get(0).toArray();
        assertThat(List.of(state[8], state[9], state[10], state[11]))
                .as("second square, first channel")
                .containsExactly(2f, 3f, 7f, 8f);
        assertThat(List.of(state[48 + 40 + 4], state[48 + 40 + 5], state[48 + 40 + 6], state[48 + 40 + 7]))
                .as("last square of the second picture, second channel: one pixel and three that hang over")
                .containsExactly(129f, 0f, 0f, 0f);
        assertThat(MODEL.patch(14)).isEqualTo(5);
        assertThat(MODEL.patch(3)).isEqualTo(1);
    }

    @Test
    void theWholeSaysTheSameFromItsSquares() {
        HiddenStates states = MODEL.states(PICTURES);
        float[] own = new WeightedPixels(weights()).logits(PICTURES).toArray();

        assertThat(MODEL.classes()).isEqualTo(2);
        assertThat(states.logits().toArray()).containsExactly(own);
        assertThat(MODEL.logits(PICTURES, 0, states.layers().get(0)).toArray()).containsExactly(own);
    }

    @Test
    void slopesComeBackCutLikeThePicture() {
        Tensor slopes = MODEL.pullBack(
                PICTURES, 0, MODEL.states(PICTURES).layers().get(0), logits -> new float[] {0, 1, 0, 10});

        assertThat(slopes.shape()).containsExactly(2, 6, 8);
        assertThat(slopes.get(8 + 2)).as("weight of pixel 7").isEqualTo(weights()[7]);
        assertThat(slopes.get(48 + 8 + 2)).isEqualTo(10 * weights()[7]);
        assertThat(slopes.get(40 + 1)).as("hangs over").isZero();
    }

    @Test
    void aModelWithoutAGradientIsRefused() {
        Classifier function = Classifier.of("function", List.of(), inputs -> inputs);

        assertThatThrownBy(() -> new PatchedInput(function, PICTURES.row(0), 2))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("function has no gradient");
    }
}
