/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.Pairs;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.model.PriorMove;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exact invariance (Geweke 2004) over a distribution with a structure: draw z from the prior given what is admitted and the
 * level t given z, move z for the posterior given t, and (z, t) has the law that it began with.
 */
class OwnMovesInvarianceTest {

    private static final int REPLICAS = 8_000;
    private static final int MANY_REPLICAS = 100_000;
    private static final int TRANSITIONS = 3;
    private static final double SIGMA = .15;
    private static final double FAMILY_WISE = .005;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final Pairs PAIRS = new Pairs(Pairs.reversible());

    static Stream<Arguments> kernels() {
        OwnMoves one = new OwnMoves(PAIRS.moves());
        double[] uneven = {.4, .05, .05, .2, .3};
        return Stream.of(
                Arguments.of("own moves", one.times(OwnMoves.PROPOSALS)),
                Arguments.of(
                        "own moves, unevenly",
                        new OwnMoves(PAIRS.moves(), uneven, Evaluation::logLikelihood, new MoveJumps(5)).times(4)),
                Arguments.of("elliptical slice", new EllipticalSlice()),
                Arguments.of("random walk", new RandomWalk(.8, DiagonalMetric.unit(Pairs.LATENTS))),
                Arguments.of("own moves and a slice", new Sweep(List.of(new EllipticalSlice(), one, one))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void theJointLawStays(String name, Kernel kernel) {
        assertThat(smallestPValue(kernel, REPLICAS)).isGreaterThan(FAMILY_WISE);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void theJointLawStaysInManyReplicas(String name, Kernel kernel) {
        assertThat(smallestPValue(kernel, MANY_REPLICAS)).isGreaterThan(FAMILY_WISE);
    }

    @Test
    void theTestItselfFailsSeldom() {
        // A kernel that stays is invariant: its p-values are those of plain draws.
        Kernel stays = (current, random) -> new Step.Finished(current, Transition.of(new Move("none", 1, 0, 0)));

        assertThat(smallestPValue(stays, REPLICAS)).isGreaterThan(FAMILY_WISE);
    }

    static Stream<Arguments> brokenMoves() {
        PriorMove shift = Pairs.reversible().get(1);
        return Stream.of(
                Arguments.of("tries again until it is admitted", retried(shift)),
                Arguments.of(
                        "shifts to one side only",
                        Pairs.move("drift", (z, random) -> Pairs.wrap(z, 4, .2 * Math.abs(Pairs.gaussian(random))))),
                Arguments.of("shrinks the jitter", Pairs.move("shrink", (z, random) -> {
                    z[5] = .8 * z[5] + .4 * Pairs.gaussian(random);
                    return z;
                })),
                Arguments.of("shifts the latent itself", Pairs.move("walk", (z, random) -> {
                    z[4] += .5 * Pairs.gaussian(random);
                    return z;
                })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenMoves")
    void aBrokenMoveIsCaught(String name, PriorMove move) {
        Kernel kernel = new OwnMoves(List.of(move)).times(8);

        assertThat(smallestPValue(kernel, REPLICAS)).isLessThan(1e-6);
    }

    /** What the original program did. */
    private static PriorMove retried(PriorMove move) {
        return Pairs.move(move.name(), (z, random) -> {
            double[] proposed = move.propose(z, random);
            while (!PAIRS.admits(proposed)) {
                proposed = move.propose(z, random);
            }
            return proposed;
        });
    }

    private static double response(double[] z) {
        double[] x = Pairs.read(z);
        double logOdds = (x[0] == 1 ? 1 : 0) - .5 * x[1] + x[2] - x[3] + Math.sin(Math.PI * x[4]) + .5 * x[5];
        return Densities.logistic(2 * logOdds);
    }

    private static LogDensity given(double level) {
        return (z, gradient) -> {
            if (!PAIRS.admits(z)) {
                return Evaluation.refused();
            }
            double residual = (level - response(z)) / SIGMA;
            double squares = 0;
            for (double each : z) {
                squares += each * each;
            }
            return new Evaluation(-squares / 2, -residual * residual / 2, null, new double[0]);
        };
    }

    /** Smallest of the p-values of eight statistics, corrected for their number. */
    static double smallestPValue(Kernel kernel, int replicas) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(17L);
        Prior prior = Prior.of(PAIRS);
        double[][] statistics = new double[8][replicas];
        for (int i = 0; i < replicas; i++) {
            double[] z = prior.draw(random);
            double level = response(z) + SIGMA * Pairs.gaussian(random);
            Sequential sequential = new Sequential(given(level));
            State state = sequential.at(z);
            for (int k = 0; k < TRANSITIONS; k++) {
                state = sequential.transition(kernel, state, random).state();
            }
            double[] moved = state.position();
            double[] read = Pairs.read(moved);
            statistics[0][i] = NORMAL.cumulativeProbability(moved[0]);
            statistics[1][i] = NORMAL.cumulativeProbability(moved[1]);
            statistics[2][i] = ofPlace(read[2]);
            statistics[3][i] = ofPlace(read[3]);
            statistics[4][i] = ofDistance(Math.abs(read[2] - read[3]));
            statistics[5][i] = NORMAL.cumulativeProbability(moved[4]);
            statistics[6][i] = NORMAL.cumulativeProbability(moved[5]);
            statistics[7][i] = NORMAL.cumulativeProbability((level - response(moved)) / SIGMA);
        }
        return statistics.length
                * Stream.of(statistics)
                        .mapToDouble(each -> KolmogorovSmirnov.pValue(each, u -> Math.max(0, Math.min(1, u))))
                        .min()
                        .orElseThrow();
    }

    /** P(|x1 - x2| at most so much), given that it is more than .5: a triangle without its top. */
    private static double ofDistance(double distance) {
        double left = (2 - distance) / (2 - Pairs.APART);
        return 1 - left * left;
    }

    /** P(x1 at most so much): at x the other place has 2 - .5 - min(.5, x, 2 - x) left. */
    private static double ofPlace(double x) {
        double all = uncovered(2);
        return uncovered(x) / all;
    }

    /** Integral of {@code 1.5 - min(.5, t, 2 - t)} from 0 to x. */
    private static double uncovered(double x) {
        double near = Math.min(x, .5);
        double middle = Math.max(0, Math.min(x, 1.5) - .5);
        double far = Math.max(0, x - 1.5);
        return 1.5 * x - near * near / 2 - middle * .5 - (far * .5 - far * far / 2);
    }
}
