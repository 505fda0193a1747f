/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryConcreteTest {

    private static final int DRAWS = 100_000;

    @ParameterizedTest
    @ValueSource(floats = {-3, -1, -.32f, 0, .5f, 2, 4})
    void aGateIsOpenAsOftenInDrawsAsTheFormulaSays(float logit) {
        float[] logits = new float[DRAWS];
        Arrays.fill(logits, logit);
        float[] noise = MaskedState.noise(1, DRAWS, RandomSource.XO_RO_SHI_RO_128_PP.create(5))[0];

        try (Pass pass = Pass.forward()) {
            float[] draws = BinaryConcrete.draw(pass.of(logits, DRAWS), pass.of(noise, DRAWS))
                    .toFloatArray();
            double expected = 1 / (1 + Math.exp(-(logit + .2 * Math.log(5))));

            assertThat(share(draws)).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / DRAWS)));
            for (float z : draws) {
                assertThat(z).isBetween(0f, 1f);
            }
            assertThat(Math.exp(BinaryConcrete.logKept(pass.of(new float[] {logit}, 1))
                            .toFloatArray()[0]))
                    .isCloseTo(expected, within(1e-6));
        }
    }

    private static double share(float[] draws) {
        int open = 0;
        for (float draw : draws) {
            open += draw != 0 ? 1 : 0;
        }
        return open / (double) draws.length;
    }

    @Test
    void theGateWithoutChanceIsTheMedianOfTheDraws() {
        float[] logits = new float[DRAWS];
        Arrays.fill(logits, .1f);
        float[] noise = MaskedState.noise(1, DRAWS, RandomSource.XO_RO_SHI_RO_128_PP.create(6))[0];

        try (Pass pass = Pass.forward()) {
            float[] draws = BinaryConcrete.draw(pass.of(logits, DRAWS), pass.of(noise, DRAWS))
                    .toFloatArray();
            Arrays.sort(draws);
            float median = BinaryConcrete.median(pass.of(new float[] {.1f}, 1)).toFloatArray()[0];

            assertThat(median).isCloseTo(draws[DRAWS / 2], within(.03f));
        }
    }

    @Test
    void gatesAreExactlyShutOrOpenFarFromTheMiddle() {
        try (Pass pass = Pass.forward()) {
            NDArray far = pass.of(new float[] {-2, 6}, 2);

            assertThat(BinaryConcrete.median(far).toFloatArray()).containsExactly(0f, 1f);
        }
    }

    @Test
    void theLogarithmOfTheProbabilityIsFiniteFarOut() {
        try (Pass pass = Pass.forward()) {
            float[] logs =
                    BinaryConcrete.logKept(pass.of(new float[] {-200, 200}, 2)).toFloatArray();

            assertThat(logs[0]).isCloseTo(-199.678f, within(1e-3f));
            assertThat(logs[1]).isEqualTo(0);
        }
    }

    @Test
    void gradientsFlowThroughDrawsAndProbabilities() {
        Weights logits = new Weights(
                new float[] {.3f, -.2f},
                new ai.djl.ndarray.types.Shape(2),
                RmsProp.plain(1)); // a first step of ten times the sign of the gradient
        float[] noise = {.05f, -.05f};

        Pass.descend(
                1,
                pass -> BinaryConcrete.draw(pass.of(logits), pass.of(noise, 2))
                        .add(BinaryConcrete.logKept(pass.of(logits)))
                        .sum());

        try (Pass pass = Pass.forward()) {
            Tensor moved = Pass.tensor(pass.of(logits));
            assertThat(moved.get(0)).isCloseTo(.3f - 10, within(1e-2f));
            assertThat(moved.get(1)).isCloseTo(-.2f - 10, within(1e-2f));
        }
    }
}
