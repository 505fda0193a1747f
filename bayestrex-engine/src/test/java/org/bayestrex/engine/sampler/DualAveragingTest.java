/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DualAveragingTest {

    @Test
    void findsWhereAnAcceptanceCurveCrossesTheTarget() {
        DualAveraging averaging = new DualAveraging(1, .8);
        for (int n = 0; n < 2_000; n++) {
            averaging.update(Math.exp(-averaging.stepSize() / 2));
        }
        // exp(-eps / 2) = .8
        assertThat(averaging.averageStepSize()).isCloseTo(-2 * Math.log(.8), offset(.01));
    }

    @Test
    void firstTriesTenTimesTheInitialStep() {
        DualAveraging averaging = new DualAveraging(.2, .8);

        averaging.update(.8);

        assertThat(averaging.stepSize()).isCloseTo(2, offset(1e-12));
        assertThat(averaging.averageStepSize()).isCloseTo(2, offset(1e-12));
    }

    @Test
    void firstUpdateByHand() {
        DualAveraging averaging = new DualAveraging(.1, .8);

        averaging.update(.3);

        // mean shortfall .5 / 11, log step log(10 x .1) - sqrt(1) / .05 x .5 / 11
        assertThat(Math.log(averaging.stepSize())).isCloseTo(-.5 / 11 / .05, offset(1e-12));
    }

    @Test
    void restartForgets() {
        DualAveraging averaging = new DualAveraging(.1, .8);
        averaging.update(0);

        averaging.restart(.4);

        assertThat(averaging.stepSize()).isCloseTo(.4, offset(1e-12));
        assertThat(averaging.averageStepSize()).isCloseTo(.4, offset(1e-12));
    }

    /** The average of log step sizes errs on the side of acceptance, most of all in few dimensions. */
    @ParameterizedTest
    @ValueSource(ints = {2, 20})
    void chainsEndTheirWarmupNearTheTarget(int dimension) {
        Sequential sequential = new Sequential(Densities.standardNormal());
        ChainPlan plan = ChainPlan.of(Method.NUTS, 1_000, 2_000, dimension);

        Trace trace = sequential.run(
                new Chain(0, sequential.at(new double[dimension]), plan, RandomSource.XO_RO_SHI_RO_128_PP.create(73L)));

        assertThat(trace.transitions().stream()
                        .mapToDouble(Transition::acceptance)
                        .average()
                        .orElseThrow())
                .isBetween(.75, .95);
    }
}
