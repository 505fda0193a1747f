/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.label.Specimen;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two models of the log-odds slope z_0, the truth z_0 against a limit: all of it in closed form. */
@Timeout(120)
class OverconfidenceTest {

    private static final double STEEP = 8;
    private static final double FLAT = 3;
    private static final double LIMIT = .5;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Classifier steep = named("steep", STEEP);
    private final Classifier flat = named("flat", FLAT);
    private final DataDistribution latents = TestModels.latents(2);

    /** The true class is 0 from {@code LIMIT} on. */
    private static OptionalInt truth(Specimen specimen) {
        return OptionalInt.of(specimen.input().get(0) > LIMIT ? 0 : 1);
    }

    private static final LabelOracle TRUTH = LabelOracle.of("truth", OverconfidenceTest::truth);

    private static Classifier named(String name, double slope) {
        return TestModels.rows(name, z -> new float[] {(float) (slope * z[0]), 0});
    }

    /** P(z_0 > LIMIT given that the model says class 0 with .9 or more). */
    private static double accuracy(double slope) {
        double from = Math.log(9) / slope;
        return NORMAL.survivalProbability(Math.max(from, LIMIT)) / NORMAL.survivalProbability(from);
    }

    private static Sampling sampling() {
        return Searches.small(Method.AUTO).withChains(8).withDraws(500);
    }

    @Test
    void theAccuraciesAndTheirDifferenceAreTheExactOnes() {
        // given: of class 1 both models are always right
        double expected = (accuracy(FLAT) - accuracy(STEEP)) / 2;

        // when
        Comparison comparison = Overconfidence.of(steep, flat, latents)
                .labelledBy(TRUTH)
                .sampling(sampling())
                .run();

        // then
        assertHolds(comparison.candidate().ofClass(0).accuracy(), accuracy(STEEP));
        assertHolds(comparison.baseline().ofClass(0).accuracy(), accuracy(FLAT));
        assertHolds(comparison.candidate().ofClass(1).accuracy(), 1);
        assertHolds(comparison.excessOverconfidence(), expected);
        assertThat(comparison.excessOverconfidence().estimate()).isCloseTo(expected, within(.02));
        assertThat(comparison.excessOverconfidence().lower()).isPositive();
        assertThat(comparison.problems()).isEmpty();
        assertThat(comparison.leftOut()).isEmpty();
    }

    @Test
    void chainsGiveTheSameAnswer() {
        Comparison comparison = Overconfidence.of(steep, flat, latents)
                .labelledBy(TRUTH)
                .sampling(Searches.small(Method.ELLIPTICAL_SLICE).withChains(8).withDraws(2000))
                .run();

        assertHolds(comparison.candidate().ofClass(0).accuracy(), accuracy(STEEP));
        assertHolds(comparison.excessOverconfidence(), (accuracy(FLAT) - accuracy(STEEP)) / 2);
    }

    @Test
    void inputsOnWhichAModelIsConfidentAndWrongAreKeptToLookAt() {
        // when
        ComparedModels compared;
        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            compared = Overconfidence.of(steep, flat, latents)
                    .labelledBy(TRUTH)
                    .sampling(sampling())
                    .submitForInspection(service)
                    .join();
        }

        // then: the flat one is confident where it is right only; the steep one calls 0 what begins at ln 9 / 8
        assertThat(compared.wrong()).hasSize(20).allSatisfy(wrong -> {
            double z = wrong.sample().input().get(0);
            assertThat(wrong.ofCandidate()).isTrue();
            assertThat(wrong.cls()).isZero();
            assertThat(wrong.truth()).isEqualTo(1);
            assertThat(wrong.sample().inLevelSet()).isTrue();
            assertThat(z).isBetween(Math.log(9) / STEEP - 1e-6, LIMIT);
            assertThat(wrong.other().get(0)).isCloseTo(1 / (1 + Math.exp(-FLAT * z)), within(1e-6));
            assertThat(wrong.othersClass()).isZero();
        });
        assertThat(compared.wrong().stream().map(wrong -> wrong.sample().id())).doesNotHaveDuplicates();
    }

    /** Where the steep one is sure of class 0, the flat one says so too, less surely. */
    @Test
    void eachModelIsScoredOnTheOthersLevelSet() {
        Comparison comparison = Overconfidence.of(steep, flat, latents)
                .labelledBy(TRUTH)
                .sampling(sampling())
                .run();

        assertHolds(comparison.baseline().ofClass(0).accuracyOnOther(), accuracy(STEEP));
        assertHolds(comparison.candidate().ofClass(0).accuracyOnOther(), accuracy(FLAT));
        assertThat(comparison.candidate().ofClass(0).confidenceOnOther().estimate())
                .isGreaterThan(.99);
        double from = Math.log(9) / STEEP;
        double mean = 0;
        for (double z = from + .0005; z < 8; z += .001) {
            mean += NORMAL.density(z) / (1 + Math.exp(-FLAT * z)) * .001;
        }
        assertHolds(comparison.baseline().ofClass(0).confidenceOnOther(), mean / NORMAL.survivalProbability(from));
    }

    @Test
    void aModelIsNoMoreOverconfidentThanItself() {
        Comparison comparison = Overconfidence.of(steep, steep, latents)
                .labelledBy(TRUTH)
                .sampling(sampling())
                .run();

        assertThat(comparison.excessOverconfidence().estimate()).isZero();
        assertThat(comparison.excessOverconfidence().upper()).isPositive();
        assertThat(comparison.excessOverconfidence().lower()).isNegative();
    }

    @Test
    void drawsWithoutALabelAreLeftOut() {
        // given an oracle that knows every input of z_1 > 0 only, which says nothing of z_0
        LabelOracle half =
                LabelOracle.of("half", specimen -> specimen.input().get(1) > 0 ? truth(specimen) : OptionalInt.empty());

        Comparison comparison = Overconfidence.of(steep, flat, latents)
                .labelledBy(half)
                .sampling(sampling())
                .run();

        assertHolds(comparison.candidate().ofClass(0).accuracy(), accuracy(STEEP));
    }

    @Test
    void anOracleThatKnowsNothingLeavesEveryClassOut() {
        Comparison comparison = Overconfidence.of(steep, flat, latents)
                .labelledBy(LabelOracle.of("nobody", specimen -> OptionalInt.empty()))
                .sampling(sampling())
                .run();

        assertThat(comparison.excessOverconfidence().isUnknown()).isTrue();
        assertThat(comparison.leftOut())
                .hasSize(2)
                .allSatisfy(sentence ->
                        assertThat(sentence).contains("steep: none of the", "draws in the level set has a label"));
    }

    @Test
    void classesThatAModelNeverClaimsAreLeftOut() {
        // given a model that is never sure of class 0
        Classifier shy = TestModels.rows("shy", z -> new float[] {-Math.abs(z[0]) - 1, 0});

        Comparison comparison = Overconfidence.of(steep, shy, latents)
                .labelledBy(TRUTH)
                .sampling(sampling().withDraws(100))
                .run();

        assertThat(comparison.leftOut()).singleElement().asString().contains("Class 0", "shy: no draw of");
        assertThat(comparison.excessOverconfidence().isUnknown()).isTrue();
        assertThat(comparison.problems()).last().asString().startsWith("Only 1 of 2 classes");
    }

    @Test
    void classesThatTheDistributionLacksSayNothingOfADifference() {
        // given
        DataDistribution novel = new Novel();

        Comparison comparison = Overconfidence.of(steep, flat, novel)
                .labelledBy(LabelOracle.of("always 0", specimen -> OptionalInt.of(0)))
                .sampling(sampling().withDraws(100))
                .run();

        assertThat(comparison.leftOut())
                .hasSize(2)
                .allSatisfy(sentence -> assertThat(sentence).contains("novel holds no example of the class"));
    }

    private record Novel() implements DataDistribution {
        @Override
        public String name() {
            return "novel";
        }

        @Override
        public int latentSize() {
            return 2;
        }

        @Override
        public Tensor generate(Tensor latents) {
            return latents;
        }

        @Override
        public Set<Integer> excludedClasses() {
            return Set.of(0, 1);
        }

        @Override
        public void close() {}
    }

    @Test
    void aDeadlineIsAProblem() {
        Comparison comparison = Overconfidence.of(steep, flat, latents)
                .labelledBy(TRUTH)
                .sampling(Searches.small(Method.ELLIPTICAL_SLICE).withDraws(10_000_000))
                .deadline(Duration.ofMillis(800))
                .run();

        assertThat(comparison.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("steep, confident in 0: ")
                        .containsIgnoringCase("deadline"));
    }

    @Test
    void modelsOfDifferentClassesCannotBeCompared() {
        Classifier three = TestModels.rows("three", z -> new float[] {z[0], 0, 0});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Overconfidence.of(steep, three, latents)
                        .labelledBy(TRUTH)
                        .run())
                .withMessage("steep has 2 classes and three has 3; only models of the same can be compared");
    }

    @Test
    void labelsAreRequiredAndWhatTheyThrowIsPassedOn() {
        Overconfidence comparison = Overconfidence.of(steep, flat, latents).sampling(sampling());

        assertThatIllegalStateException().isThrownBy(comparison::run).withMessageContaining("labelledBy");
        assertThatIllegalStateException()
                .isThrownBy(() -> comparison
                        .labelledBy(LabelOracle.of("lost", specimen -> {
                            throw new IllegalStateException("the file of labels is gone");
                        }))
                        .run())
                .withMessage("the file of labels is gone");
        assertThatIllegalArgumentException().isThrownBy(() -> comparison.confidence(0));
    }

    private static void assertHolds(Rate rate, double truth) {
        assertThat(truth).as("%s", rate).isBetween(rate.lower(), rate.upper());
    }
}
