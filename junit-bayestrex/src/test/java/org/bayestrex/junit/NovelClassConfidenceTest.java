/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link NovelClassConfidence}: where no class is the model's own, whatever it is sure of is wrong. */
class NovelClassConfidenceTest {

    private static final Queue<Findings> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void everyFindingOfEveryClassIsAFailure() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Each.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed())
                .containsExactly(
                        "confident in 0 (left) on novel classes",
                        "confident in 1 (up) on novel classes",
                        "confident in 2 (neither) on novel classes");
        assertThat(SEEN).hasSize(3).allSatisfy(findings -> {
            assertThat(findings.spec().distribution().excludedClasses()).containsExactlyInAnyOrder(0, 1, 2);
            assertThat(findings.wrongLabelShare().lower()).isEqualTo(1);
            assertThat(findings.failureRate().estimate())
                    .isEqualTo(findings.levelSetMass().estimate());
        });
    }

    static class Each extends Novel {
        @NovelClassConfidence
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void oneClassAlone() {
        assertThat(Jupiter.run(One.class).passed()).containsExactly("confident in 1 (up) on novel classes");
        assertThat(Jupiter.with("bayestrex.class", "2").andRun(Each.class).passed())
                .containsExactly("confident in 2 (neither) on novel classes");
    }

    static class One extends Novel {
        @NovelClassConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void aDistributionThatSaysSoItselfWillDo() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(SaysSo.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(SEEN)
                .singleElement()
                .satisfies(
                        findings -> assertThat(findings.spec().distribution()).isSameAs(SaysSo.DISTRIBUTION));
    }

    static class SaysSo {
        static final org.bayestrex.engine.model.DataDistribution DISTRIBUTION =
                new ExcludingDistribution(Plane.points(), Set.of(0, 1, 2));

        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(DISTRIBUTION)
                .sampling(Plane.QUICK)
                .build();

        @NovelClassConfidence(targetClass = 0)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void aDistributionOfTheModelsOwnClasses() {
        assertThat(Jupiter.run(Same.class).failure())
                .isEqualTo(
                        "@NovelClassConfidence on NovelClassConfidenceTest$Same#search: points may hold the model's own, "
                                + "but it is about classes that the model never saw. Give "
                                + "BayesTrex.builder().support(Support.NOVEL) with a distribution of such classes, or use "
                                + "@HighConfidence.");
    }

    static class Same {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @NovelClassConfidence(targetClass = 0)
        void search(Findings findings) {}
    }

    @Test
    void anAnnotatedDistributionOfTheModelsOwnClasses() {
        assertThat(Jupiter.run(AnnotatedSame.class).failure())
                .startsWith(
                        "@NovelClassConfidence on NovelClassConfidenceTest$AnnotatedSame#search: the distribution of "
                                + "NovelClassConfidenceTest$AnnotatedSame#search holds the model's own")
                .contains("Give @DataDistribution(support = Support.NOVEL)");
    }

    static class AnnotatedSame {
        @RegisterExtension
        static final BayesTrex BAYES_TREX =
                BayesTrex.builder().modelUnderTest(Plane.classifier()).build();

        @DataDistribution(value = "pom.xml", latentSize = 2)
        @NovelClassConfidence(targetClass = 0)
        void search(Findings findings) {}
    }

    @Test
    void unknownClass() {
        assertThat(Jupiter.run(Unknown.class).failure())
                .isEqualTo(
                        "@NovelClassConfidence(targetClass = 3) on NovelClassConfidenceTest$Unknown#search: linear has "
                                + "the classes 0 to 2. Choose one of them.");
    }

    static class Unknown extends Novel {
        @NovelClassConfidence(targetClass = 3)
        void search(Findings findings) {}
    }

    @Test
    void failuresOfAClassNeedNoOtherDistribution() {
        assertThat(Jupiter.run(Failures.class).failures()).isEmpty();
    }

    static class Failures extends Novel {
        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {}
    }

    static class Novel {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier(List.of("left", "up", "neither")))
                .dataDistribution(Plane.points())
                .support(Support.NOVEL)
                .sampling(Plane.QUICK)
                .build();
    }
}
