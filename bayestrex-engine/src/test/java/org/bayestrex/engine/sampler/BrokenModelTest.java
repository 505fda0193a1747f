/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model that answers NaN costs draws, never an exception. */
class BrokenModelTest {

    private static Chain chain(Method method, Sequential sequential, double... start) {
        ChainPlan plan = ChainPlan.of(method, 300, 20_000, start.length);
        return new Chain(0, sequential.at(start), plan, RandomSource.XO_RO_SHI_RO_128_PP.create(41L));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "NUTS", "ELLIPTICAL_SLICE", "RANDOM_WALK"})
    void theSoundHalfIsSampledWhenTheOtherIsNan(Method method) {
        // given
        Sequential sequential = new Sequential(Densities.brokenBelowZero());

        // when
        Trace trace = sequential.run(chain(method, sequential, 1, 1));

        // then: a half-normal
        double[] first = Arrays.stream(trace.positions()).mapToDouble(z -> z[0]).toArray();
        assertThat(Arrays.stream(first).min().orElseThrow()).isNotNegative();
        assertThat(BatchMeans.of(first, 50).zScore(Math.sqrt(2 / Math.PI))).isBetween(-4.0, 4.0);
        if (method == Method.NUTS || method == Method.AUTO) {
            assertThat(trace.divergences()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NUTS", "AUTO"})
    void nanEverywhereIsADivergenceEachTime(Method method) {
        Sequential sequential = new Sequential(Densities.brokenEverywhere());
        ChainPlan plan = ChainPlan.of(method, 30, 10, 2);

        Trace trace =
                sequential.run(new Chain(0, sequential.at(1, 1), plan, RandomSource.XO_RO_SHI_RO_128_PP.create(43L)));

        assertThat(trace.divergences()).isEqualTo(10);
        assertThat(trace.warmupDivergences()).isEqualTo(30);
        assertThat(List.of(trace.positions())).allMatch(z -> Arrays.equals(z, new double[] {1, 1}));
    }

    @Test
    void nanEverywhereButAtTheStartIsADivergenceToo() {
        LogDensity island = (z, withGradient) -> z[0] == 1
                ? new Evaluation(0, 0, new double[] {1}, new double[0])
                : new Evaluation(0, Double.NaN, null, new double[0]);
        Sequential sequential = new Sequential(island);
        ChainPlan plan = ChainPlan.of(Method.NUTS, 30, 10, 1);

        Trace trace =
                sequential.run(new Chain(0, sequential.at(1), plan, RandomSource.XO_RO_SHI_RO_128_PP.create(47L)));

        assertThat(trace.divergences()).isEqualTo(10);
        assertThat(trace.stepSize()).isPositive();
    }

    @Test
    void aGradientOfNanIsADivergence() {
        LogDensity density = (z, withGradient) -> {
            assertThat(z[0]).as("no model is asked at a point that is no point").isFinite();
            return new Evaluation(-z[0] * z[0] / 2, 0, new double[] {Double.NaN}, new double[0]);
        };
        Sequential sequential = new Sequential(density);
        Kernel kernel = new Nuts(.5, DiagonalMetric.unit(1));

        Step.Finished finished =
                sequential.transition(kernel, sequential.at(1), RandomSource.XO_RO_SHI_RO_128_PP.create(53L));

        assertThat(finished.info().divergent()).isTrue();
        assertThat(finished.state().position()).containsExactly(1);
    }

    @Test
    void aSlicedChainFindsItsWayOutOfABrokenStart() {
        Sequential sequential = new Sequential(Densities.brokenBelowZero());

        State moved = sequential
                .transition(new EllipticalSlice(), sequential.at(-1, 1), RandomSource.XO_RO_SHI_RO_128_PP.create(59L))
                .state();

        assertThat(moved.position()[0]).isPositive();
    }

    @Test
    void anEvaluatorThatForgetsTheGradientIsAnError() {
        LogDensity forgetful = (z, withGradient) -> new Evaluation(0, 0, null, new double[0]);
        Sequential sequential = new Sequential(forgetful);

        assertThatThrownBy(() -> sequential.run(chain(Method.NUTS, sequential, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gradient");
    }
}
