/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plainest sampler; that it leaves the posterior invariant is shown with the other kernels. */
class RandomWalkTest {

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(67L);

    private static RandomWalk walk(double stepSize, int dimension) {
        return new RandomWalk(stepSize, DiagonalMetric.unit(dimension));
    }

    @Test
    void asksForOnePointWithoutGradient() {
        Sequential sequential = new Sequential((z, withGradient) -> {
            assertThat(withGradient).isFalse();
            return Densities.standardNormal().evaluate(z, false);
        });

        Transition info =
                sequential.transition(walk(.5, 2), sequential.at(1, 1), random).info();

        assertThat(info.forwards()).isEqualTo(1);
        assertThat(info.gradients()).isZero();
        assertThat(info.energy()).isNaN();
        assertThat(info.moves()).extracting(Move::kernel).containsExactly(RandomWalk.NAME);
    }

    @Test
    void aPointAtWhichTheModelGivesNanIsNeverTaken() {
        // given
        Sequential sequential = new Sequential(Densities.brokenBelowZero());
        State state = sequential.at(.5, 0);
        int refused = 0;

        // when
        for (int i = 0; i < 5000; i++) {
            Step.Finished finished = sequential.transition(walk(1.5, 2), state, random);
            boolean stayed = finished.state().equals(state);
            refused += stayed ? 1 : 0;
            assertThat(finished.state().position()[0]).isNotNegative();
            assertThat(finished.state().evaluation().isBroken()).isFalse();
            state = finished.state();
        }

        // then
        assertThat(refused).isBetween(1000, 4500);
    }

    @Test
    void aBrokenStartIsLeftForTheFirstSoundPointAndForNoBrokenOne() {
        Sequential sequential = new Sequential(Densities.brokenBelowZero());
        State start = sequential.at(-.1, 0);
        int left = 0;
        for (int i = 0; i < 400; i++) {
            Step.Finished finished = sequential.transition(walk(1, 2), start, random);
            boolean sound = finished.state().position()[0] >= 0;
            assertThat(finished.info().acceptance()).isEqualTo(sound ? 1 : 0);
            left += sound ? 1 : 0;
        }
        assertThat(left / 400.0).isCloseTo(.46, within(.1)); // P(N(-.1, 1) >= 0)
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20})
    void itsAcceptanceIsTunedToAboutThreeTenths(int dimension) {
        // given: a target that is a tenth as wide as the plan takes it to be
        Sequential sequential = new Sequential(Densities.posterior((z, gradient) -> {
            double squares = Arrays.stream(z).map(x -> x * x).sum();
            return -.5 * 99 * squares;
        }));
        ChainPlan plan = ChainPlan.of(Method.RANDOM_WALK, 300, 3000, dimension);

        // when
        Trace trace = sequential.run(new Chain(0, sequential.at(new double[dimension]), plan, random));

        // then
        double acceptance = trace.transitions().stream()
                .mapToDouble(Transition::acceptance)
                .average()
                .orElseThrow();
        assertThat(acceptance).isCloseTo(.3, within(.1));
        assertThat(trace.gradients()).isZero();
    }

    @Test
    void aTunedChainHasTheExactVariancesAndCovariance() {
        // given
        Sequential sequential = new Sequential(Densities.normal(1, 2, .75));
        ChainPlan plan = ChainPlan.of(Method.RANDOM_WALK, 300, 200_000, 2);

        // when
        double[][] z =
                sequential.run(new Chain(0, sequential.at(0, 0), plan, random)).positions();

        // then
        assertThat(zScore(z, 0, 0, 1)).isBetween(-4.0, 4.0);
        assertThat(zScore(z, 1, 1, 4)).isBetween(-4.0, 4.0);
        assertThat(zScore(z, 0, 1, 1.5)).isBetween(-4.0, 4.0);
    }

    private static double zScore(double[][] z, int i, int j, double expected) {
        double[] products = Arrays.stream(z).mapToDouble(row -> row[i] * row[j]).toArray();
        BatchMeans means = BatchMeans.of(products, 100);
        assertThat(means.standardError()).isLessThan(.05 * expected);
        return means.zScore(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aStepSizeIsPositiveAndFinite(double stepSize) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> walk(stepSize, 2))
                .withMessage("step size must be positive and finite: " + stepSize);
    }
}
