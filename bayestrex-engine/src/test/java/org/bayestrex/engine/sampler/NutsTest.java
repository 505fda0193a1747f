/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NutsTest {

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3L);

    @ParameterizedTest
    @ValueSource(doubles = {.3, .8})
    void variancesAreThoseOfTheTarget(double stepSize) {
        assertVariances(stepSize, 60_000);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(doubles = {.3, .8})
    void variancesAreThoseOfTheTargetToThreeDigits(double stepSize) {
        assertVariances(stepSize, 1_000_000);
    }

    /** Second moments: first moments are right by symmetry even in a wrong sampler. */
    private void assertVariances(double stepSize, int count) {
        // given
        LogDensity density = Densities.normal(1, 2, .75);
        Kernel kernel = new Nuts(stepSize, DiagonalMetric.unit(2));

        // when
        double[][] draws = draws(density, kernel, new double[] {.5, .5}, count);

        // then
        assertThat(zScore(draws, z -> z[0] * z[0], 1)).as("variance 1").isBetween(-4.0, 4.0);
        assertThat(zScore(draws, z -> z[1] * z[1], 4)).as("variance 2").isBetween(-4.0, 4.0);
        assertThat(zScore(draws, z -> z[0] * z[1], 1.5)).as("covariance").isBetween(-4.0, 4.0);
    }

    /** Item by item, the trajectory of a standard normal never runs for two periods, whatever the step. */
    @ParameterizedTest
    @ValueSource(ints = {5, 50})
    void noStepSizeResonates(int dimension) {
        Sequential sequential = new Sequential(Densities.standardNormal());
        double longest = 0;
        for (int i = 0; i < 100; i++) {
            // given
            double stepSize = .05 + i * (1.9 - .05) / 99;
            Kernel kernel = new Nuts(stepSize, DiagonalMetric.unit(dimension));
            State state = sequential.at(new double[dimension]);
            for (int n = 0; n < 100; n++) {
                // when
                Step.Finished finished = sequential.transition(kernel, state, random);
                state = finished.state();
                // The first transition also asks for the gradient where it starts.
                int leapfrogs = finished.info().gradients() - (n == 0 ? 1 : 0);
                longest = Math.max(longest, stepSize * leapfrogs);
            }
        }
        // then
        assertThat(longest).isLessThan(12);
    }

    @Test
    void asksForTheGradientWhereItIsOnlyIfItLacksIt() {
        // given
        Sequential sequential = new Sequential(Densities.standardNormal());
        State without = sequential.at(1, 1);
        State with = new State(without.position(), Densities.standardNormal().evaluate(without.position(), true));
        Kernel kernel = new Nuts(.5, DiagonalMetric.unit(2));

        // when
        Step first = kernel.step(without, random);
        Step second = kernel.step(with, random);

        // then
        assertThat(((Step.Evaluate) first).position()).isEqualTo(without.position());
        assertThat(((Step.Evaluate) first).gradient()).isTrue();
        assertThat(((Step.Evaluate) second).position()).isNotEqualTo(with.position());
    }

    @Test
    void depthIsBounded() {
        Sequential sequential = new Sequential(Densities.standardNormal());
        Kernel kernel = new Nuts(1e-3, DiagonalMetric.unit(2), 4, 50);

        Transition info =
                sequential.transition(kernel, sequential.at(1, 1), random).info();

        assertThat(info.depth()).isEqualTo(4);
        assertThat(info.gradients()).isEqualTo(16);
        assertThat(info.acceptance()).isGreaterThan(.999);
        assertThat(info.energyError()).isPositive().isLessThan(1e-3);
    }

    @Test
    void energyIsThatOfTheAcceptedState() {
        // given: a step so short that energy is conserved, so the accepted energy is the initial one
        Sequential sequential = new Sequential(Densities.standardNormal());
        State start = sequential.at(1, 1);
        double[] momentum = DiagonalMetric.unit(2).drawMomentum(RandomSource.XO_RO_SHI_RO_128_PP.create(3L));
        double initial = 1 + DiagonalMetric.unit(2).kineticEnergy(momentum);

        // when
        Transition info = sequential
                .transition(new Nuts(1e-3, DiagonalMetric.unit(2)), start, random)
                .info();

        // then
        assertThat(info.energy()).isCloseTo(initial, offset(1e-5));
    }

    @Test
    void aStepFarTooLargeDivergesAndStays() {
        Sequential sequential = new Sequential(Densities.standardNormal());
        State start = sequential.at(1, 1);

        Step.Finished finished = sequential.transition(new Nuts(100, DiagonalMetric.unit(2)), start, random);

        assertThat(finished.state().position()).isEqualTo(start.position());
        assertThat(finished.info().divergent()).isTrue();
        assertThat(finished.info().acceptance()).isLessThan(1e-6);
        assertThat(finished.info().energyError()).isGreaterThan(50);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> new Nuts(0, DiagonalMetric.unit(2))).hasMessageContaining("step size");
        assertThatThrownBy(() -> new Nuts(Double.NaN, DiagonalMetric.unit(2))).hasMessageContaining("step size");
        assertThatThrownBy(() -> new Nuts(1, DiagonalMetric.unit(2), 0, 50)).hasMessageContaining("depth");
        assertThatThrownBy(() -> DiagonalMetric.of(new double[] {1, 0})).hasMessageContaining("variance 1");
    }

    private double[][] draws(LogDensity density, Kernel kernel, double[] start, int count) {
        Sequential sequential = new Sequential(density);
        State state = sequential.at(start);
        double[][] draws = new double[count][];
        for (int n = 0; n < count; n++) {
            state = sequential.transition(kernel, state, random).state();
            draws[n] = state.position();
        }
        return draws;
    }

    private static double zScore(double[][] draws, ToDoubleFunction<double[]> statistic, double expected) {
        double[] values = new double[draws.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = statistic.applyAsDouble(draws[n]);
        }
        return BatchMeans.of(values, 100).zScore(expected);
    }
}
