/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The suspended, iterative sampler is the recursive one, draw for draw. */
class RecursiveOracleTest {

    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of("correlated normal", Densities.normal(1, 2, .75), 2, .1, 10),
                Arguments.of("correlated normal, coarse", Densities.normal(1, 2, .75), 2, .9, 10),
                Arguments.of("standard normal", Densities.standardNormal(), 5, .2, 10),
                Arguments.of("standard normal, shallow", Densities.standardNormal(), 5, .03, 3),
                Arguments.of("thin shell", Densities.levelOfRadius(4, 1.5, .5, .05), 3, .05, 10),
                Arguments.of("half of it broken", Densities.brokenBelowZero(), 2, .3, 10),
                Arguments.of("eight schools", new EightSchools(), EightSchools.DIMENSION, .3, 10));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void drawsAreEqual(String name, LogDensity density, int dimension, double stepSize, int maxDepth) {
        // given
        double[] variance = new double[dimension];
        double[] position = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            variance[i] = .5 + i % 3;
            position[i] = 1;
        }
        DiagonalMetric metric = DiagonalMetric.of(variance);
        Nuts iterative = new Nuts(stepSize, metric, maxDepth, Nuts.DEFAULT_DIVERGENCE_THRESHOLD);
        RecursiveNuts recursive = new RecursiveNuts(density, stepSize, metric, maxDepth);
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(11L);
        UniformRandomProvider same = RandomSource.XO_RO_SHI_RO_128_PP.create(11L);
        Sequential sequential = new Sequential(density);

        for (int n = 0; n < 500; n++) {
            // when
            Step.Finished finished = sequential.transition(iterative, sequential.at(position), random);
            State expected = recursive.transition(position, same);

            // then
            assertThat(finished.state().position()).as("draw %d", n).isEqualTo(expected.position());
            assertThat(finished.info().gradients()).isEqualTo(recursive.gradients);
            assertThat(finished.info().divergent()).isEqualTo(recursive.wasDivergent());
            position = expected.position();
        }
        assertThat(random.nextLong()).as("streams are used alike").isEqualTo(same.nextLong());
    }
}
