/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two linear models of the plane, a steep and a flat one, under the annotation. */
class OverconfidenceAgainstTest {

    private static final Queue<Comparison> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    static final LabelOracle TRUTH = LabelOracle.of(
            "half-plane", specimen -> OptionalInt.of(specimen.input().get(0) > .5 ? 0 : 1));

    static Classifier slope(String name, double slope) {
        return Classifier.of(name, List.of(), inputs -> {
            int rows = inputs.shape()[0];
            float[] logits = new float[2 * rows];
            for (int row = 0; row < rows; row++) {
                logits[2 * row] = (float) slope * inputs.get(2 * row);
            }
            return Tensor.of(logits, rows, 2);
        });
    }

    static BayesTrex.Builder against(Classifier baseline) {
        return BayesTrex.builder()
                .modelUnderTest(slope("steep", 8))
                .dataDistribution(Plane.points())
                .baseline(baseline)
                .labelledBy(OverconfidenceAgainstTest.TRUTH)
                .sampling(Plane.THOROUGH.withMethod(Method.DIRECT).withDraws(500));
    }

    @Test
    void theTestGetsAComparisonOfBothModels() {
        Jupiter.Outcome outcome = Jupiter.run(Passing.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).containsExactly("steep against flat");
        assertThat(SEEN).singleElement().satisfies(comparison -> {
            assertThat(comparison.seed()).isEqualTo(1);
            assertThat(comparison.excessOverconfidence().lower()).isPositive();
            assertThat(comparison.candidate().ofClass(1).accuracy().estimate()).isEqualTo(1);
        });
    }

    static class Passing {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = against(slope("flat", 3)).build();

        @OverconfidenceAgainst
        void search(Comparison comparison) {
            SEEN.add(comparison);
            BayesTrexAssertions.assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(.5);
        }
    }

    @Test
    void aRefutedClaimSaysBothModelsTheSeedAndHowToRepeatIt() {
        Throwable failure = Jupiter.run(Failing.class).failures().get(0);

        assertThat(failure).isInstanceOfSatisfying(GateError.class, error -> {
            assertThat(error.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(error.seed()).isEqualTo(1);
            assertThat(error.replay())
                    .isEqualTo("mvn test -Dtest='OverconfidenceAgainstTest$Failing#search' -Dbayestrex.seed=1"
                            + " -Dsurefire.failIfNoSpecifiedTests=false");
        });
        assertThat(failure)
                .hasMessageStartingWith("The comparison refutes the claim: excess overconfidence over flat below -0.1")
                .hasMessageContaining("  candidate steep, right where it is confident: 0.")
                .hasMessageContaining("  baseline  flat, right where it is confident: ")
                .hasMessageContaining("  verdict   FAIL")
                .hasMessageContaining("(sign-flip test of 2 pairs), may be chance")
                .hasMessageContaining("  repeat    mvn test");
    }

    static class Failing {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = against(slope("flat", 3)).build();

        @OverconfidenceAgainst
        void search(Comparison comparison) {
            BayesTrexAssertions.assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(-.1);
        }
    }

    @Test
    void whatLiesWithinTheIntervalSettlesNothing() {
        Throwable failure = Jupiter.run(Open.class).failures().get(0);

        assertThat(failure)
                .hasMessageContaining("  verdict   INCONCLUSIVE")
                .hasMessageContaining("  advice    ")
                .hasMessageContaining("if the estimate stays at 0");
    }

    static class Open {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = against(slope("same", 8)).build();

        @OverconfidenceAgainst
        void search(Comparison comparison) {
            BayesTrexSoftAssertions softly = new BayesTrexSoftAssertions();
            softly.assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(1e-4);
            softly.assertAll();
        }
    }

    @Test
    void itReachesNestedInheritedAndComposedTests() {
        assertThat(Jupiter.run(Composed.class).passed())
                .containsExactlyInAnyOrder("steep against flat", "steep against flat");
        assertThat(SEEN).hasSize(2);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @OverconfidenceAgainst(confidence = .8)
    @Sampling(seed = 9, draws = 20)
    @interface NoWorseThanTheLastRelease {}

    abstract static class Base {
        @RegisterExtension
        static final BayesTrex BAYES_TREX =
                against(slope("flat", 3)).sampling(Plane.QUICK).build();

        @NoWorseThanTheLastRelease
        void inherited(Comparison comparison) {
            SEEN.add(comparison);
        }
    }

    static class Composed extends Base {
        @Nested
        class Inner {
            @NoWorseThanTheLastRelease
            void nested(Comparison comparison) {
                assertThat(comparison.seed()).isEqualTo(9);
                SEEN.add(comparison);
            }
        }
    }

    @Test
    void reportsShowEveryClassAndTheVerdict(@TempDir Path output) {
        Jupiter.with("bayestrex.report", "auto")
                .and("bayestrex.output.dir", output.toString())
                .andRun(Failing.class);

        Path folder = output.resolve("OverconfidenceAgainstTest-Failing").resolve("search-steep-against-flat");
        assertThat(folder.resolve("comparison.json")).content().contains("\"schemaVersion\": 1");
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("✘ FAIL", "excess overconfidence over flat below -0.1", "class by class", "Labelled draws")
                .contains("What they get wrong while they are confident")
                .contains("Dbayestrex.seed=1");
    }

    @Test
    void searchesThatNobodyLabelsFailTheComparison() {
        assertThat(Jupiter.run(Unlabelled.class).failure())
                .startsWith(
                        "The comparison of OverconfidenceAgainstTest$Unlabelled#search (steep against flat) failed: "
                                + "the labels are gone. Repeat it alone: mvn test");
    }

    static class Unlabelled {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = against(slope("flat", 3))
                .sampling(Plane.QUICK)
                .labelledBy(LabelOracle.of("lost", specimen -> {
                    throw new IllegalStateException("the labels are gone");
                }))
                .build();

        @OverconfidenceAgainst
        void search(Comparison comparison) {}
    }

    @Test
    void findingsAreNotForComparisons() {
        assertThat(Jupiter.run(WithFindings.class).failure()).contains("A parameter of type Findings on");
    }

    static class WithFindings {
        @RegisterExtension
        static final BayesTrex BAYES_TREX =
                against(slope("flat", 3)).sampling(Plane.QUICK).build();

        @OverconfidenceAgainst
        void search(Comparison comparison, Findings findings) {}
    }
}
