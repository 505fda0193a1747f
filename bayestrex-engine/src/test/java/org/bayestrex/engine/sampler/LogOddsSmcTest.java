/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.bayestrex.engine.rate.IslandRate;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Islands of particles reach level sets of known mass, and say how large they are. */
class LogOddsSmcTest {

    private static final SmcSettings SMALL = new SmcSettings(3, 64, .5, .5, 3, 60, 60_000, false);

    private static double logMean(double[] logs) {
        return LogWeights.logSum(logs) - Math.log(logs.length);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1e-3, 25000",
        "32, 1e-3, 40000",
        "2, 4e-8, 40000",
        "5, 4e-8, 45000",
        "32, 4e-8, 75000",
        "2, 1e-12, 70000",
        "32, 1e-12, 120000"
    })
    void theMassOfAHalfSpaceIsExact(int dimension, double mass, int mostEvaluations) {
        LogOddsSmc smc = RareSet.halfSpace(dimension, mass, 4).run(41);

        assertThat(logMean(smc.logMasses())).isCloseTo(Math.log(mass), within(.4));
        Rate found = IslandRate.of(smc.logMasses());
        assertThat(found.upper() / found.lower()).isLessThan(3);
        assertThat(smc.answered()).isLessThan(mostEvaluations);
        assertThat(smc.stalled()).isFalse();
        assertThat(smc.moves()).isPositive();
        assertThat(smc.stages()).hasSize(8).doesNotContain(0);
    }

    @Test
    void slopesSoGentleThatBMustRiseAboveOneDoNotMatter() {
        LogOddsSmc smc = RareSet.halfSpace(5, 4e-8, 1).run(43);

        assertThat(logMean(smc.logMasses())).isCloseTo(Math.log(4e-8), within(.4));
    }

    @ParameterizedTest
    @CsvSource({"0, .5, -2.98677071", "4, .5, -10.96596461", "4, 1, -13.38115979"})
    void massAndEvidenceOfALineAreExact(double shift, double confidence, double logEvidence) {
        RareSet line = RareSet.line(shift, confidence);

        LogOddsSmc smc = line.run(47);

        assertThat(logMean(smc.logMasses())).isCloseTo(line.logMass(), within(.3));
        assertThat(logMean(smc.logEvidences())).isCloseTo(logEvidence, within(.3));
    }

    @Test
    void massAndEvidenceOfARingAreExact() {
        RareSet ring = RareSet.shell(2, 1.5);

        LogOddsSmc smc = ring.run(49);

        assertThat(logMean(smc.logMasses())).isCloseTo(ring.logMass(), within(.2));
        assertThat(logMean(smc.logEvidences())).isCloseTo(-2.78704556, within(.2));
    }

    @Test
    void posteriorParticlesHaveThePosteriorsMean() {
        LogOddsSmc smc = RareSet.line(4, .5).run(51);

        List<State> starts = smc.starts(1000, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
        double mean =
                starts.stream().mapToDouble(s -> s.position()[0]).average().orElseThrow();
        assertThat(mean).isCloseTo(3.98959369, within(.01));
        double[] logWeights = smc.posteriorParticles().stream()
                .mapToDouble(SmcParticle::logWeight)
                .toArray();
        assertThat(LogWeights.logSum(logWeights) - Math.log(8 * 256))
                .isCloseTo(logMean(smc.logEvidences()), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"2, 3.231, 3", "5, 5.1, 5", "16, 4, 4"})
    void twoModesKeepTheirWeights(int dimension, double left, double right) {
        RareSet twoSides = RareSet.twoSides(dimension, left, right);

        LogOddsSmc smc = twoSides.run(53);

        List<State> starts = smc.starts(2000, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
        double share = starts.stream().filter(s -> s.position()[0] > 0).count() / 2000.0;
        assertThat(share).isCloseTo(RareSet.rightShare(left, right), within(.07));
        assertThat(logMean(smc.logMasses())).isCloseTo(twoSides.logMass(), within(.4));
    }

    @Test
    void startsAreSpreadOverIslandsAndAncestors() {
        LogOddsSmc smc = RareSet.halfSpace(2, 1e-3, 4).run(55);

        List<State> starts = smc.starts(64, RandomSource.XO_RO_SHI_RO_128_PP.create(1L));

        Set<State> started = new HashSet<>(starts);
        List<SmcParticle> chosen = smc.posteriorParticles().stream()
                .filter(particle -> started.contains(particle.state()))
                .toList();
        assertThat(chosen).extracting(SmcParticle::island).contains(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(chosen.stream()
                        .map(particle -> List.of(particle.island(), particle.ancestor()))
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(40);
        assertThat(smc.independentAncestors()).isBetween(100, 800);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 200, 1_000})
    void theOutcomeIsTheSameBitForBitWhateverIsInFlight(int inFlight) {
        RareSet set = RareSet.halfSpace(3, 1e-5, 4);

        LogOddsSmc oneByOne = set.run(set.smc(SMALL, 57), 1);
        LogOddsSmc batched = set.run(set.smc(SMALL, 57), inFlight);

        assertThat(batched.logMasses()).containsExactly(oneByOne.logMasses());
        assertThat(batched.logEvidences()).containsExactly(oneByOne.logEvidences());
        assertThat(batched.answered()).isEqualTo(oneByOne.answered());
        assertThat(positions(batched)).isDeepEqualTo(positions(oneByOne));
    }

    private static double[][] positions(LogOddsSmc smc) {
        return smc.posteriorParticles().stream()
                .map(particle -> particle.state().position())
                .toArray(double[][]::new);
    }

    @Test
    void islandsKnowNothingOfOneAnother() {
        RareSet set = RareSet.halfSpace(3, 1e-5, 4);
        SmcSettings single = new SmcSettings(1, 64, .5, .5, 3, 60, 60_000, false);

        double[] three = set.run(set.smc(SMALL, 59), 100).logMasses();
        double[] one = set.run(set.smc(single, 59), 100).logMasses();

        assertThat(one[0]).isEqualTo(three[0]);
        assertThat(Arrays.stream(three).distinct()).hasSize(3);
    }

    @Test
    void answersMayComeWhileOtherIslandsWait() {
        RareSet set = RareSet.halfSpace(3, 1e-5, 4);
        LogOddsSmc smc = set.smc(SMALL, 61);

        int wanted = 0;
        while (smc.wantsMore()) {
            smc.next();
            wanted++;
        }

        assertThat(wanted).isEqualTo(3 * 64);
        assertThat(smc.isDone()).isFalse();
        assertThat(smc.total()).isEqualTo(wanted);
        assertThat(smc.answered()).isZero();
    }

    @Test
    void halfOfTheSpaceMayBeNan() {
        RareSet set = RareSet.halfSpace(2, 1e-4, 4);
        LogDensity broken = (z, withGradient) -> z[1] < 0
                ? new Evaluation(0, Double.NaN, null, new double[] {Double.NaN, 0})
                : set.density().evaluate(z, false);

        LogOddsSmc smc = RareSet.run(set.smc(SmcSettings.defaults(), 63), broken, 256);

        assertThat(logMean(smc.logMasses())).isCloseTo(Math.log(.5e-4), within(.3));
        assertThat(smc.posteriorParticles())
                .allMatch(particle -> particle.state().position()[1] >= 0);
    }

    @Test
    void aSetThatHoldsMostOfThePriorTakesNoStage() {
        LogOddsSmc smc = RareSet.halfSpace(2, .97, 4).run(65);

        assertThat(smc.answered()).isEqualTo(8 * 256);
        assertThat(smc.moves()).isZero();
        assertThat(logMean(smc.logMasses())).isCloseTo(Math.log(.97), within(.02));
    }

    @Test
    void whereTheModelNeverAnswersThereIsNoMass() {
        LogOddsSmc smc = RareSet.run(RareSet.halfSpace(2, 1e-4, 4).smc(SMALL, 67), Densities.brokenEverywhere(), 100);

        assertThat(smc.logMasses()).containsOnly(Double.NEGATIVE_INFINITY);
        assertThat(smc.logEvidences()).containsOnly(Double.NEGATIVE_INFINITY);
        assertThat(smc.posteriorParticles()).isEmpty();
        assertThat(smc.starts(5, RandomSource.XO_RO_SHI_RO_128_PP.create(1L))).isEmpty();
        assertThat(smc.independentAncestors()).isZero();
        assertThat(smc.answered()).isEqualTo(3 * 64);
        assertThat(smc.stalled()).isFalse();
    }

    @Test
    void aConfidenceThatTheModelNeverReachesHasNoMassAndIsSaidToStall() {
        // log-odds below 1: a probability of .73 at most
        RareSet unreachable =
                RareSet.of(2, HighConfidence.of(0), z -> new double[] {Math.tanh(z[0]), 0}, Double.NEGATIVE_INFINITY);

        LogOddsSmc smc = unreachable.run(unreachable.smc(SMALL, 69), 100);

        assertThat(smc.logMasses()).containsOnly(Double.NEGATIVE_INFINITY);
        assertThat(smc.stalled()).isTrue();
        assertThat(smc.answered()).isLessThan(3 * 60_000);
    }

    @Test
    void aLimitEndsEveryIslandAndIsSaid() {
        RareSet set = RareSet.halfSpace(3, 1e-12, 4);
        SmcSettings limited = new SmcSettings(3, 64, .5, .5, 3, 60, 200, false);

        LogOddsSmc smc = set.run(set.smc(limited, 71), 100);

        assertThat(smc.isDone()).isTrue();
        assertThat(smc.stalled()).isTrue();
        assertThat(smc.answered()).isLessThan(3_000);
    }
}
