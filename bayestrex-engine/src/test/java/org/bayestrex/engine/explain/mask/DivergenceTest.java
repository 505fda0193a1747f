/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

class DivergenceTest {

    @Test
    void isKullbackLeiblerFromTheModelsOwnPrediction() {
        Tensor even = Tensor.of(new float[] {0, 0}, 1, 2);
        Tensor nine = Tensor.of(new float[] {(float) Math.log(9), 0}, 1, 2);

        // .5 ln(.5/.9) + .5 ln(.5/.1), and the other way round .9 ln(.9/.5) + .1 ln(.1/.5)
        assertThat(Divergence.between("model", even, nine)).containsExactly(new double[] {.510826}, within(1e-6));
        assertThat(Divergence.between("model", nine, even)).containsExactly(new double[] {.368064}, within(1e-6));
    }

    @Test
    void itsDerivativeAgreesWithFiniteDifferences() {
        Tensor own = Tensor.of(new float[] {1, -2, .5f, 0, 3, 1}, 2, 3);
        float[] masked = {.2f, .1f, -1, 2, 0, 1};
        double[] weights = {7, .5};

        float[] slopes = new Divergence("model", own, weights).cotangents(masked);

        for (int i = 0; i < masked.length; i++) {
            float[] up = masked.clone();
            float[] down = masked.clone();
            up[i] += 1e-2f;
            down[i] -= 1e-2f;
            assertThat(slopes[i])
                    .isCloseTo((float) ((mean(own, up, weights) - mean(own, down, weights)) / 2e-2), within(1e-3f));
        }
    }

    private static double mean(Tensor own, float[] masked, double[] weights) {
        double[] values = Divergence.between("model", own, Tensor.of(masked, own.shape()));
        return (weights[0] * values[0] + weights[1] * values[1]) / 2;
    }

    @Test
    void aModelThatGivesNoNumbersIsNamed() {
        Tensor own = Tensor.of(new float[] {0, 0}, 1, 2);
        Tensor broken = Tensor.of(new float[] {Float.NaN, 0}, 1, 2);

        assertThatThrownBy(() -> Divergence.between("mnist.pt", own, broken))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("mnist.pt")
                .hasMessageContaining("finite");
    }
}
