/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Proposals draw from the density that they say, and it integrates to 1. */
class ProposalsTest {

    private static final int DRAWS = 200_000;
    private static final double[] MEAN = {1, -.5};
    private static final double[][] SCALE = {{.5, .3}, {.3, .4}};

    static Stream<Arguments> proposals() {
        StudentComponent student = new StudentComponent(MEAN, Cholesky.of(SCALE));
        StandardNormal normal = new StandardNormal(2);
        return Stream.of(
                Arguments.of("standard normal", normal),
                Arguments.of("Student", student),
                Arguments.of("mixture", new Mixture(List.of(normal, student), new double[] {.2, .8})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proposals")
    void theDensityIntegratesToOne(String name, Proposal proposal) {
        double sum = 0;
        double step = .05;
        for (double x = -40; x < 40; x += step) {
            for (double y = -40; y < 40; y += step) {
                sum += Math.exp(proposal.logDensity(new double[] {x, y}));
            }
        }

        assertThat(sum * step * step).isCloseTo(1, within(1e-4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proposals")
    void drawsHaveTheDensity(String name, Proposal proposal) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(13L);
        int cells = 4;
        double low = -2;
        double width = 4.0 / cells;
        int[] counts = new int[cells * cells];
        for (int i = 0; i < DRAWS; i++) {
            double[] z = proposal.draw(random);
            int column = (int) Math.floor((z[0] - low) / width);
            int row = (int) Math.floor((z[1] - low) / width);
            if (column >= 0 && column < cells && row >= 0 && row < cells) {
                counts[row * cells + column]++;
            }
        }
        for (int cell = 0; cell < counts.length; cell++) {
            double expected =
                    mass(proposal, low + cell % cells * width, low + Math.floorDiv(cell, cells) * width, width);
            double sd = Math.sqrt(expected * (1 - expected) / DRAWS);
            assertThat(counts[cell] / (double) DRAWS).as("cell %d", cell).isCloseTo(expected, within(5 * sd + 1e-4));
        }
    }

    private static double mass(Proposal proposal, double left, double bottom, double width) {
        int steps = 100;
        double step = width / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            for (int j = 0; j < steps; j++) {
                sum += Math.exp(proposal.logDensity(new double[] {left + (i + .5) * step, bottom + (j + .5) * step}));
            }
        }
        return sum * step * step;
    }

    @Test
    void inOneDimensionItIsStudentsDistribution() {
        StudentComponent student = new StudentComponent(new double[] {2}, Cholesky.of(new double[][] {{.25}}));

        for (double z : new double[] {-3, 1, 2, 2.5, 9}) {
            assertThat(student.logDensity(new double[] {z}))
                    .isCloseTo(TDistribution.of(8).logDensity((z - 2) / .5) - Math.log(.5), within(1e-10));
        }
    }

    @Test
    void theFactorGivesTheMatrixBack() {
        Cholesky factor = Cholesky.of(SCALE);

        assertThat(factor.logDeterminant()).isCloseTo(Math.log(.5 * .4 - .09), within(1e-12));
        double[] first = factor.times(new double[] {1, 0});
        double[] second = factor.times(new double[] {0, 1});
        assertThat(first[0] * first[0] + second[0] * second[0]).isCloseTo(.5, within(1e-12));
        assertThat(first[0] * first[1] + second[0] * second[1]).isCloseTo(.3, within(1e-12));
        assertThat(first[1] * first[1] + second[1] * second[1]).isCloseTo(.4, within(1e-12));
        // with x - mean = L u the distance is |u|^2
        double[] x = factor.times(new double[] {3, -4});
        assertThat(factor.mahalanobis(new double[] {x[0] + 1, x[1] - .5}, MEAN)).isCloseTo(25, within(1e-9));
    }

    @Test
    void aDegenerateMatrixStillHasAFactor() {
        Cholesky factor = Cholesky.of(new double[][] {{1, 1}, {1, 1}});

        assertThat(factor.logDeterminant()).isFinite();
        assertThat(factor.mahalanobis(new double[] {1, 2}, new double[2])).isFinite();
    }
}
