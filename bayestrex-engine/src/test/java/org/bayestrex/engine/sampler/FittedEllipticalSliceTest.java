/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the fit, the target stays what it is. */
class FittedEllipticalSliceTest {

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(73L);

    @ParameterizedTest(name = "centre {0}, along {1}, across {2}")
    @CsvSource({"0, 1, 1", "1.2, .3, .7", "-2, 2, .4", "3, .2, 1"})
    void meanAndVarianceAreExactUnderAFitThatIsWrong(double centre, double along, double across) {
        // given: z_0 + z_1 / 2 observed as 1 with variance 1 / 2
        LogDensity density = Densities.posterior((z, gradient) -> -(z[0] + z[1] / 2 - 1) * (z[0] + z[1] / 2 - 1));
        SpikedStudent fit = new SpikedStudent(new double[] {.6, .8}, centre, along, across);
        Kernel kernel = new FittedEllipticalSlice(fit, Evaluation::logLikelihood);
        Sequential sequential = new Sequential(density);
        State state = sequential.at(.5, .5);
        int n = 60_000;
        double[] first = new double[n];
        double[] second = new double[n];
        double[] squared = new double[n];

        // when
        for (int i = 0; i < n; i++) {
            state = sequential.transition(kernel, state, random).state();
            first[i] = state.position()[0];
            second[i] = state.position()[1];
            squared[i] = (first[i] - 4 / 7.0) * (first[i] - 4 / 7.0);
        }

        // then: the conditional normal has gain (1, 1/2) / (5/4 + 1/2) = (4/7, 2/7) and var(z_0) = 1 - 4/7
        assertThat(BatchMeans.of(first, 100).zScore(4 / 7.0)).isBetween(-4.0, 4.0);
        assertThat(BatchMeans.of(second, 100).zScore(2 / 7.0)).isBetween(-4.0, 4.0);
        assertThat(BatchMeans.of(squared, 100).zScore(3 / 7.0)).isBetween(-4.0, 4.0);
        assertThat(BatchMeans.of(squared, 100).standardError()).isLessThan(.02);
    }

    @Test
    void aThinTargetFarOutTakesFewEvaluations() {
        LogDensity density = Densities.levelOfFirst(u -> u, u -> 1, 6, .05);
        Sequential sequential = new Sequential(density);
        List<State> points = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            points.add(sequential.at(5.9 + .002 * i, random.nextDouble() * 4 - 2));
        }
        Kernel fitted = new FittedEllipticalSlice(SpikedStudent.of(points), Evaluation::logLikelihood);

        int byFit = points.stream()
                .mapToInt(point -> forwards(sequential, fitted, point))
                .sum();
        int byPrior = points.stream()
                .mapToInt(point -> forwards(sequential, new EllipticalSlice(), point))
                .sum();

        assertThat(byFit).isLessThan(byPrior / 2);
    }

    private int forwards(Sequential sequential, Kernel kernel, State from) {
        return sequential.transition(kernel, from, random).info().forwards();
    }

    @Test
    void theFitHasTheMomentsOfThePoints() {
        // given: 1,000 points of mean (3, 0) and variances .01 and .49
        StandardNormal normal = new StandardNormal(2);
        List<State> points = IntStream.range(0, 1000)
                .mapToObj(i -> normal.draw(random))
                .map(x -> new Sequential(Densities.standardNormal()).at(3 + .1 * x[0], .7 * x[1]))
                .toList();

        SpikedStudent fit = SpikedStudent.of(points);

        // then: twice the variances, and nothing wider than the prior
        assertThat(fit.mean()[0]).isBetween(2.98, 3.02);
        assertThat(fit.mean()[1]).isBetween(-.1, .1);
        assertThat(fit.along()).isBetween(.017, .024);
        assertThat(fit.across()).isBetween(.88, 1.0);
    }

    @Test
    void pointsThatCoincideHaveAFitToo() {
        State point = new Sequential(Densities.standardNormal()).at(0, 0);

        SpikedStudent fit = SpikedStudent.of(List.of(point, point));

        assertThat(fit.along()).isPositive();
        assertThat(fit.across()).isPositive();
        assertThat(fit.logPriorRatio(new double[] {1, 1})).isFinite();
    }
}
