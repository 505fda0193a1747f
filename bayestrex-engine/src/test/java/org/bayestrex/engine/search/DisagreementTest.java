/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.density.Answer;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.model.Softmax;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.LogOddsSmc;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.sampler.PointSource;
import org.bayestrex.engine.sampler.Proposal;
import org.bayestrex.engine.sampler.SmcSettings;
import org.bayestrex.engine.sampler.StandardNormal;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Trace;
import org.bayestrex.engine.sampler.WeightedDraws;
import org.bayestrex.engine.target.HighConfidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mixture that misses one of two modes: its weights cannot tell, the other samplers do. */
class DisagreementTest {

    private static final String DISAGREE = "The weighted draws and the chains disagree: the mean of z[0] is ";
    private static final String CONTRADICT = "Two samplers contradict each other on how often this happens: ";
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Posterior posterior = new Posterior(HighConfidence.of(0), .05);

    /** The prior, but for its first coordinate beyond a limit on the right, and perhaps on the left. */
    private record Beyond(double limit, boolean bothSides) implements Proposal {

        @Override
        public double[] draw(UniformRandomProvider random) {
            double[] z = new StandardNormal(2).draw(random);
            z[0] = NORMAL.inverseSurvivalProbability(random.nextDouble() * NORMAL.survivalProbability(limit));
            if (bothSides && random.nextBoolean()) {
                z[0] = -z[0];
            }
            return z;
        }

        @Override
        public double logDensity(double[] z) {
            boolean inside = z[0] >= limit || (bothSides && z[0] <= -limit);
            double mass = NORMAL.survivalProbability(limit) * (bothSides ? 2 : 1);
            return inside ? new StandardNormal(2).logDensity(z) - Math.log(mass) : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double largestPriorRatio() {
            return bothSides ? 2 * NORMAL.survivalProbability(limit) : Double.POSITIVE_INFINITY;
        }
    }

    private static UniformRandomProvider random(long seed) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    /** Modes of equal weight beyond 2 on either side, or beyond whatever else. */
    private Evaluation evaluate(double[] z, double side) {
        float logOdds = (float) LogOddsModel.twoSides(2, side, side).logOdds().at(z, new double[2]);
        return posterior.evaluation(z, new Answer(new float[] {logOdds, 0}, null));
    }

    private <S extends PointSource> S answered(S source, double side) {
        while (!source.isDone()) {
            List<double[]> asked = new ArrayList<>();
            while (source.wantsMore()) {
                asked.add(source.next());
            }
            asked.forEach(z -> source.answer(z, evaluate(z, side)));
        }
        return source;
    }

    private WeightedDraws weighted(boolean bothSides, double side) {
        return answered(new WeightedDraws(new Beyond(side - .5, bothSides), 4000, random(3)), side);
    }

    private Pilot pilot(int draws, double side) {
        return answered(new Pilot(Prior.standardNormal(2), draws, posterior, random(5)), side);
    }

    /** Eight chains of independent draws of the whole posterior. */
    private List<Trace> chains(double side) {
        List<Trace> chains = new ArrayList<>();
        WeightedDraws all = answered(new WeightedDraws(new Beyond(side - .5, true), 20_000, random(7)), side);
        for (int c = 0; c < 8; c++) {
            List<State> states = all.starts(100, random(11 + c));
            List<State> shuffled = new ArrayList<>(states);
            Collections.shuffle(shuffled, new Random(c));
            chains.add(new Trace(shuffled, List.of(), 0, 0, 0, Double.NaN));
        }
        return chains;
    }

    private Findings findings(Pilot pilot, @Nullable WeightedDraws weighted, List<Trace> chains) {
        SearchSpec spec = new SearchSpec(
                TestModels.linear(4),
                TestModels.latents(2),
                posterior.target(),
                Sampling.DEFAULT.withMethod(Method.AUTO).withDraws(100));
        Evidence evidence = new Evidence(pilot, null, weighted, chains, 8, new Ledger(Part.PILOT).entries(), false);
        return new Summary(spec, posterior, new RandomStreams(1, "both sides"), evidence, new GateLooks(spec))
                .findings(() -> Duration.ofSeconds(1));
    }

    @Test
    void aMissedModeIsAProblemAndTheDrawsAreTheChains() {
        // given
        WeightedDraws oneSided = weighted(false, 2);
        List<Trace> chains = chains(2);

        // when
        WeightedEvidence evidence = WeightedEvidence.of(oneSided, posterior, chains);
        Findings findings = findings(pilot(1000, 2), oneSided, chains);

        // then: the weights themselves look perfect
        assertThat(evidence.paretoK()).isLessThan(.5);
        assertThat(evidence.isTrusted()).isFalse();
        assertThat(evidence.disagreements()).anyMatch(sentence -> sentence.startsWith(DISAGREE));
        assertThat(findings.diagnostics().source()).isEqualTo(Part.CHAINS);
        assertThat(findings.diagnostics().converged()).isFalse();
        assertThat(findings.diagnostics().problems()).containsAll(evidence.disagreements());
        assertThat(findings.samples()).hasSize(800);
        for (int i = 0; i < 100; i++) {
            assertThat(findings.samples().get(100 + i).latent())
                    .isEqualTo(chains.get(1).positions()[i]);
        }
    }

    @Test
    void drawsOfBothModesAgreeWithTheChainsAndAreHandedOut() {
        // given
        WeightedDraws twoSided = weighted(true, 2);
        List<Trace> chains = chains(2);

        // when
        WeightedEvidence evidence = WeightedEvidence.of(twoSided, posterior, chains);
        Findings findings = findings(pilot(1000, 2), twoSided, chains);

        // then
        assertThat(evidence.disagreements()).isEmpty();
        assertThat(evidence.isTrusted()).isTrue();
        assertThat(findings.diagnostics().source()).isEqualTo(Part.WEIGHTED);
        assertThat(findings.diagnostics().problems()).isEmpty();
        assertThat(findings.samples()).hasSize(800);
        long onTheRight = findings.samples().stream()
                .filter(sample -> sample.latent()[0] > 0)
                .count();
        assertThat(onTheRight / 800.0).isCloseTo(.5, within(.05));
    }

    @Test
    void aFewDrawsOfAChainDecideNothing() {
        List<Trace> stubs = chains(2).stream()
                .map(chain -> new Trace(chain.states().subList(0, 7), List.of(), 0, 0, 0, Double.NaN))
                .toList();

        assertThat(WeightedEvidence.of(weighted(false, 2), posterior, stubs).disagreements())
                .isEmpty();
    }

    @Test
    void theMassOfOneModeContradictsThePilotWhichIsBelieved() {
        // given: 4.6 % on both sides, half of it on the right
        Pilot pilot = pilot(8000, 2);
        assertThat(pilot.settlesMass()).isTrue();

        // when
        MassEstimates masses = MassEstimates.of(evidence(pilot, null, weighted(false, 2)), posterior);

        // then
        double truth = 2 * NORMAL.survivalProbability(2);
        assertThat(masses.all()).hasSize(2);
        assertThat(masses.all().get(1).estimate()).isCloseTo(truth / 2, within(.1 * truth));
        assertThat(masses.contradictions()).hasSize(1);
        assertThat(masses.contradictions().get(0)).startsWith(CONTRADICT).contains("trust the larger");
        assertThat(masses.best()).isEqualTo(pilot.mass());
    }

    @Test
    void whereThePilotCannotTellTheIslandsAreBelieved() {
        // given
        double side = 4;
        LogOddsSmc islands = answered(
                new LogOddsSmc(
                        2,
                        posterior::distance,
                        evaluation -> posterior.contains(Softmax.of(evaluation.logits())),
                        SmcSettings.defaults(),
                        island -> random(100 + island)),
                side);

        // when
        MassEstimates oneSided =
                MassEstimates.of(evidence(pilot(500, side), islands, weighted(false, side)), posterior);
        MassEstimates twoSided = MassEstimates.of(evidence(pilot(500, side), islands, weighted(true, side)), posterior);

        // then
        double truth = 2 * NORMAL.survivalProbability(side);
        Rate best = oneSided.best();
        assertThat(oneSided.all()).hasSize(3);
        assertThat(oneSided.contradictions()).hasSize(1).allMatch(sentence -> sentence.startsWith(CONTRADICT));
        assertThat(best).isEqualTo(oneSided.all().get(1));
        assertThat(best.method()).contains("islands");
        assertThat(best.lower()).isLessThan(truth);
        assertThat(best.upper()).isGreaterThan(truth);
        assertThat(twoSided.contradictions()).isEmpty();
        assertThat(twoSided.best()).isEqualTo(twoSided.all().get(2));
        assertThat(twoSided.best().estimate()).isCloseTo(truth, within(.1 * truth));
    }

    private static Evidence evidence(Pilot pilot, @Nullable LogOddsSmc smc, WeightedDraws weighted) {
        return new Evidence(pilot, smc, weighted, List.of(), 0, List.of(), false);
    }
}
