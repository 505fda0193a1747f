/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.bayestrex.engine.diagnostics.ParetoK;
import org.junit.jupiter.api.Test;

/** Weighted draws of a normal posterior whose every figure is known. */
class WeightedDrawsTest {

    /** z observed as 1 with variance 1/2: the posterior is N(2/3, 1/3), its evidence sqrt(2 pi / 3) exp(-1/3). */
    private static final LogDensity DENSITY = Densities.posterior((z, gradient) -> -(z[0] - 1) * (z[0] - 1));

    private static final double MEAN = 2 / 3.0;
    private static final double DEVIATION = Math.sqrt(1 / 3.0);
    private static final double LOG_EVIDENCE = .5 * Math.log(2 * Math.PI / 3) - 1 / 3.0;

    private record Normal(double mean, double deviation) implements Proposal {

        @Override
        public double[] draw(UniformRandomProvider random) {
            return new double[] {mean + deviation * new StandardNormal(1).draw(random)[0]};
        }

        @Override
        public double logDensity(double[] position) {
            return NormalDistribution.of(mean, deviation).logDensity(position[0]);
        }
    }

    private static UniformRandomProvider random(long seed) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    private static WeightedDraws run(Proposal proposal, LogDensity density, int total) {
        WeightedDraws draws = new WeightedDraws(proposal, total, random(83));
        List<double[]> asked = new ArrayList<>();
        while (draws.wantsMore()) {
            asked.add(draws.next());
        }
        assertThat(draws.isDone()).isFalse();
        asked.forEach(z -> draws.answer(z, density.evaluate(z, false)));
        assertThat(draws.isDone()).isTrue();
        assertThat(draws.answered()).isEqualTo(total);
        return draws;
    }

    @Test
    void drawsOfThePosteriorItselfAllWeighItsEvidence() {
        WeightedDraws draws = run(new Normal(MEAN, DEVIATION), DENSITY, 200);

        assertThat(Arrays.stream(draws.logWeights()).boxed())
                .allSatisfy(log -> assertThat(log).isCloseTo(LOG_EVIDENCE, within(1e-12)));
        assertThat(draws.effectiveSize()).isCloseTo(200, within(1e-9));
    }

    @Test
    void eachWeightIsPosteriorOverProposal() {
        WeightedDraws draws = run(new Normal(0, 2), DENSITY, 50);

        NormalDistribution posterior = NormalDistribution.of(MEAN, DEVIATION);
        NormalDistribution proposal = NormalDistribution.of(0, 2);
        for (int i = 0; i < 50; i++) {
            double z = draws.draws().get(i).position()[0];
            assertThat(draws.logWeights()[i] - LOG_EVIDENCE)
                    .isCloseTo(posterior.logDensity(z) - proposal.logDensity(z), within(1e-10));
        }
    }

    @Test
    void theMeanOfTheMassWeightsIsTheMass() {
        // given: P(z >= 2) under the prior, seen from far out
        double truth = NormalDistribution.of(0, 1).survivalProbability(2);
        WeightedDraws draws = run(new Normal(2.5, 1), (z, gradient) -> withLogits(z), 20_000);

        // when
        double[] weights = draws.massWeights(evaluation -> evaluation.logits()[0] >= 2);

        // then
        double mean = Arrays.stream(weights).average().orElseThrow();
        double error = Math.sqrt(
                        Arrays.stream(weights).map(w -> (w - mean) * (w - mean)).sum())
                / weights.length;
        assertThat(error).isLessThan(.02 * truth);
        assertThat(mean).isCloseTo(truth, within(4 * error));
    }

    private static Evaluation withLogits(double[] z) {
        return new Evaluation(-.5 * z[0] * z[0], 0, null, new double[] {z[0]});
    }

    @Test
    void drawsOfThePriorWeighOneInTheSetAndNothingOutside() {
        WeightedDraws draws = run(new StandardNormal(1), (z, gradient) -> withLogits(z), 500);

        double[] weights = draws.massWeights(evaluation -> evaluation.logits()[0] >= 0);

        for (int i = 0; i < weights.length; i++) {
            boolean within = draws.draws().get(i).position()[0] >= 0;
            assertThat(weights[i]).isCloseTo(within ? 1 : 0, within(1e-12));
        }
        assertThat(draws.largestMassWeight()).isEqualTo(1);
        assertThat(run(new Normal(0, 2), DENSITY, 1).largestMassWeight()).isInfinite();
    }

    @Test
    void aShareOfThePriorBoundsTheMassWeights() {
        Mixture mixture = new Mixture(List.of(new StandardNormal(1), new Normal(3, .2)), new double[] {.1, .9});

        WeightedDraws draws = run(mixture, (z, gradient) -> withLogits(z), 2000);

        assertThat(draws.largestMassWeight()).isEqualTo(10);
        double[] weights = draws.massWeights(evaluation -> true);
        assertThat(Arrays.stream(weights).max().orElseThrow()).isBetween(9.9, 10 + 1e-9);
    }

    @Test
    void resampledDrawsKeepOrderNumberAndMoments() {
        // given
        WeightedDraws draws = run(new Normal(0, 1.5), DENSITY, 8000);

        // when
        List<Trace> chains = draws.resampled(4, 1000, random(1));

        // then
        assertThat(chains).hasSize(4).allSatisfy(chain -> {
            assertThat(chain.states()).hasSize(1000);
            assertThat(chain.transitions()).isEmpty();
            assertThat(mean(chain)).isCloseTo(MEAN, within(.1));
        });
        List<Integer> order = chains.stream()
                .flatMap(chain -> chain.states().stream())
                .map(draws.draws()::indexOf)
                .toList();
        assertThat(order).isSorted();
        double mean =
                chains.stream().mapToDouble(WeightedDrawsTest::mean).average().orElseThrow();
        double square = chains.stream()
                .flatMapToDouble(chain -> Arrays.stream(chain.positions()).mapToDouble(z -> z[0] * z[0]))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(MEAN, within(.04));
        assertThat(square - mean * mean).isCloseTo(DEVIATION * DEVIATION, within(.03));
    }

    private static double mean(Trace trace) {
        return Arrays.stream(trace.positions()).mapToDouble(z -> z[0]).average().orElseThrow();
    }

    @Test
    void brokenPointsWeighNothing() {
        WeightedDraws draws = run(new Normal(0, 1), Densities.brokenBelowZero(), 400);

        double[] logWeights = draws.logWeights();
        double[] masses = draws.massWeights(evaluation -> true);
        for (int i = 0; i < logWeights.length; i++) {
            if (draws.draws().get(i).position()[0] < 0) {
                assertThat(logWeights[i]).isEqualTo(Double.NEGATIVE_INFINITY);
                assertThat(masses[i]).isZero();
            } else {
                assertThat(masses[i]).isCloseTo(1, within(1e-12));
            }
        }
        assertThat(draws.resampled(2, 200, random(1)))
                .flatExtracting(Trace::states)
                .allMatch(state -> state.position()[0] >= 0);
        assertThat(draws.starts(50, random(2))).allMatch(state -> state.position()[0] >= 0);
    }

    @Test
    void whereAllIsBrokenNothingIsEffective() {
        WeightedDraws draws = run(new Normal(0, 1), Densities.brokenEverywhere(), 40);

        assertThat(draws.effectiveSize()).isZero();
        assertThat(new WeightedDraws(new Normal(0, 1), 1, random(1)).effectiveSize())
                .isZero();
    }

    @Test
    void theParetoKOfAProposalThatIsTooNarrowIsLarge() {
        // The weights of N(0, 1) from N(0, s^2) have a tail of shape 1 - s^2.
        double[] narrow =
                run(new Normal(0, .3), Densities.standardNormal(), 20_000).logWeights();
        double[] wide =
                run(new Normal(0, 1.3), Densities.standardNormal(), 20_000).logWeights();

        assertThat(ParetoK.of(narrow)).isCloseTo(.91, within(.15));
        assertThat(ParetoK.of(wide)).isLessThan(.1);
    }

    @Test
    void withoutADrawThereIsNoSource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedDraws(new Normal(0, 1), 0, random(1)))
                .withMessage("there must be a draw or more, not 0");
    }
}
