/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rounds reach level sets that plain prior draws all but never see. */
class MixtureRoundsTest {

    private static final double SIGMA = .05;
    private static final double SLOPE = 4;
    /** Puts p_0 at .9 where z_0 is 4.2: a mass of 1.3e-5. */
    private static final double SHIFT = 4.2 - Math.log(9) / SLOPE;

    /** Full confidence in a class of log-odds {@code SLOPE (z_0 - SHIFT)}. */
    private static LogDensity density() {
        return (z, withGradient) -> {
            double logOdds = SLOPE * (z[0] - SHIFT);
            double residual = Densities.logistic(-logOdds) / SIGMA;
            double logPrior = -.5 * Densities.norm(z) * Densities.norm(z);
            return new Evaluation(logPrior, -.5 * residual * residual, null, new double[] {logOdds, 0});
        };
    }

    private static double distance(Evaluation evaluation) {
        double shortfall = Math.max(0, Math.log(.95 / .05) - evaluation.logits()[0]);
        return .5 * shortfall * shortfall;
    }

    private static MixtureRounds run(
            LogDensity density, ToDoubleFunction<Evaluation> distance, int d, boolean adapt, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        StandardNormal prior = new StandardNormal(d);
        List<State> draws = new ArrayList<>();
        for (int i = 0; i < 4096; i++) {
            double[] z = prior.draw(random);
            draws.add(new State(z, density.evaluate(z, false)));
        }
        MixtureRounds rounds = new MixtureRounds(draws, distance, adapt, random);
        while (!rounds.isDone()) {
            List<double[]> wanted = new ArrayList<>();
            while (rounds.wantsMore()) {
                wanted.add(rounds.next());
            }
            wanted.forEach(z -> rounds.answer(z, density.evaluate(z, false)));
        }
        return rounds;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void aRareLevelSetIsReachedEfficiently(int d) {
        MixtureRounds rounds = run(density(), MixtureRoundsTest::distance, d, true, 31);

        assertThat(rounds.isUseful()).isTrue();
        assertThat(rounds.efficiency()).isGreaterThan(.1);
        assertThat(rounds.effectiveSize()).isGreaterThan(500);
        List<State> starts = rounds.starts(4000, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
        double first = mean(starts, 0);
        double other = mean(starts, 1);
        assertThat(first).isCloseTo(exactMean(), within(.03));
        assertThat(other).isCloseTo(0, within(.12));
        assertThat(rounds.variance()[0]).isLessThan(.2);
        assertThat(rounds.variance()[1]).isCloseTo(1, within(.2));
    }

    private static double mean(List<State> states, int coordinate) {
        return states.stream()
                .mapToDouble(state -> state.position()[coordinate])
                .average()
                .orElseThrow();
    }

    private static double exactMean() {
        double sum = 0;
        double weights = 0;
        for (double z = 0; z < 9; z += 1e-4) {
            double residual = Densities.logistic(-SLOPE * (z - SHIFT)) / SIGMA;
            double weight = Math.exp(-.5 * (z * z + residual * residual));
            sum += weight * z;
            weights += weight;
        }
        return sum / weights;
    }

    @Test
    void twoModesKeepTheirWeights() {
        // Modes at z_0 = 3 and -3, the left one half as likely
        LogDensity twoModes = (z, withGradient) -> {
            double left = -.5 * sq((z[0] + 3) / .1) - Math.log(2);
            double right = -.5 * sq((z[0] - 3) / .1);
            return new Evaluation(
                    -.5 * Densities.norm(z) * Densities.norm(z),
                    LogWeights.logSum(new double[] {left, right}),
                    null,
                    new double[] {z[0], 0});
        };

        MixtureRounds rounds = run(twoModes, answer -> .5 * sq((Math.abs(answer.logits()[0]) - 3) / .3), 2, true, 33);

        List<State> starts = rounds.starts(3000, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
        double left = starts.stream().filter(s -> s.position()[0] < 0).count() / 3000.0;
        assertThat(left).isCloseTo(1.0 / 3, within(.04));
        assertThat(rounds.efficiency()).isGreaterThan(.1);
    }

    private static double sq(double x) {
        return x * x;
    }

    @Test
    void withoutAdaptingThereAreThePriorsDrawsOnly() {
        MixtureRounds rounds = run(density(), MixtureRoundsTest::distance, 2, false, 35);

        assertThat(rounds.total()).isZero();
        assertThat(rounds.isUseful()).isFalse();
    }

    @Test
    void aProposalThatGainsByChanceOnlyIsNotPreferredToThePrior() {
        // Given hits that nothing about a point foretells, in one of a hundred
        LogDensity dice = (z, withGradient) -> {
            boolean hit = Math.floorMod(Double.hashCode(z[0]) * 0x9E3779B1, 100) == 0;
            double logPrior = -.5 * Densities.norm(z) * Densities.norm(z);
            return new Evaluation(logPrior, hit ? 0 : Double.NEGATIVE_INFINITY, null, new double[] {hit ? 1 : 0, 0});
        };

        // When proposals are fitted to them
        MixtureRounds rounds = run(dice, answer -> 1 - answer.logits()[0], 2, true, 39);

        // Then some were tried, and the prior stays; where a proposal does lead to the level set, it does not
        assertThat(rounds.total()).isPositive();
        assertThat(rounds.isUseful()).isTrue();
        assertThat(rounds.keepsPrior()).isTrue();
        assertThat(run(density(), MixtureRoundsTest::distance, 2, true, 31).keepsPrior())
                .isFalse();
    }

    @Test
    void halfOfTheSpaceMayBeNan() {
        LogDensity broken = Densities.brokenBelowZero();

        MixtureRounds rounds = run(broken, answer -> answer.logPrior() * 0, 2, true, 37);

        List<State> starts = rounds.starts(500, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
        assertThat(starts).allMatch(state -> state.position()[0] >= 0);
    }

    @Test
    void whereNothingLeadsAnywhereTheRoundsEnd() {
        MixtureRounds rounds = run(Densities.brokenEverywhere(), answer -> Double.POSITIVE_INFINITY, 2, true, 39);

        assertThat(rounds.total()).isZero();
        assertThat(rounds.effectiveSize()).isZero();
    }
}
