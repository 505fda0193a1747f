/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Weights stay weights where their exponentials would overflow or vanish. */
class LogWeightsTest {

    private static final double NONE = Double.NEGATIVE_INFINITY;

    private static double logSum(double... logs) {
        return LogWeights.logSum(logs);
    }

    @Test
    void sumsNeitherOverflowNorVanish() {
        assertThat(logSum(0, 0)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(logSum(1000, 1000)).isCloseTo(1000 + Math.log(2), within(1e-12));
        assertThat(logSum(-1000, -1000, -1000)).isCloseTo(-1000 + Math.log(3), within(1e-12));
        assertThat(logSum(700, -700)).isEqualTo(700);
    }

    @Test
    void aWeightOfZeroAddsNothing() {
        assertThat(logSum(3, NONE)).isEqualTo(3);
        assertThat(logSum(NONE, NONE)).isEqualTo(NONE);
        assertThat(logSum()).isEqualTo(NONE);
    }

    @Test
    void normalisedWeightsSumToOne() {
        assertThat(LogWeights.normalised(new double[] {1000, 1000 + Math.log(3), NONE}))
                .containsExactly(new double[] {.25, .75, 0}, within(1e-12));
    }

    @Test
    void theEffectiveSizeIsKishs() {
        assertThat(LogWeights.effectiveSize(new double[] {-900, -900, -900})).isCloseTo(3, within(1e-9));
        assertThat(LogWeights.effectiveSize(new double[] {0, NONE, NONE})).isCloseTo(1, within(1e-12));
        // (1 + 2)^2 / (1 + 4)
        assertThat(LogWeights.effectiveSize(new double[] {0, Math.log(2)})).isCloseTo(1.8, within(1e-12));
        assertThat(LogWeights.effectiveSize(new double[] {NONE, NONE})).isZero();
    }

    @Test
    void resamplingIsSystematic() {
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(2L);
        double[] logs = {Math.log(.125) - 500, Math.log(.5) - 500, NONE, Math.log(.375) - 500};
        for (int repeat = 0; repeat < 50; repeat++) {
            List<Integer> chosen = LogWeights.resample(logs, 1000, random);

            assertThat(chosen).hasSize(1000).isSorted();
            assertThat(Collections.frequency(chosen, 0)).isBetween(124, 126);
            assertThat(Collections.frequency(chosen, 1)).isBetween(499, 501);
            assertThat(Collections.frequency(chosen, 2)).isZero();
        }
    }

    @Test
    void resamplingIsUnbiased() {
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(3L);
        int[] counts = new int[2];
        for (int repeat = 0; repeat < 20_000; repeat++) {
            counts[
                    LogWeights.resample(new double[] {Math.log(.3), Math.log(.7)}, 1, random)
                            .get(0)]++;
        }

        assertThat(counts[0] / 20_000.0).isCloseTo(.3, within(.015));
    }
}
