/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each search annotation searches for, and how its invocations are named. */
class SearchAnnotationsTest {

    private static final Queue<Findings> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void oneInvocationForOneClass() {
        Jupiter.Outcome outcome = Jupiter.run(OneClass.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).containsExactly("confidence 0.8 in 1");
        assertThat(SEEN).singleElement().satisfies(findings -> {
            assertThat(findings.target()).isEqualTo(new org.bayestrex.engine.target.HighConfidence(1, .8));
            assertThat(findings.samples()).hasSize(4 * 50);
        });
    }

    static class OneClass {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1, confidence = .8)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void oneInvocationForEachClassInTurn() {
        Jupiter.Outcome outcome = Jupiter.run(EachClass.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed())
                .containsExactly("confident in 0 (left)", "confident in 1 (up)", "confident in 2 (neither)");
    }

    @Test
    void oneOfTheClassesInTurnCanBeRepeatedAlone() {
        Jupiter.Outcome outcome = Jupiter.with("bayestrex.class", "1").andRun(EachClass.class);

        assertThat(outcome.passed()).containsExactly("confident in 1 (up)");
    }

    static class EachClass {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier(List.of("left", "up", "neither")))
                .dataDistribution(Plane.points())
                .sampling(Plane.QUICK)
                .build();

        @HighConfidence
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void failuresSearchTheDistributionWithoutTheClass() {
        Jupiter.Outcome outcome = Jupiter.run(Failures.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed())
                .containsExactly("wrongly confident in 0", "wrongly confident in 1", "wrongly confident in 2");
        assertThat(SEEN).allSatisfy(findings -> {
            int cls = findings.target().claimedClass().orElseThrow();
            assertThat(findings.spec().distribution().excludedClasses()).containsExactly(cls);
            assertThat(findings.wrongLabelShare().estimate()).isEqualTo(1);
        });
    }

    static class Failures {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidenceFailures
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void ambiguityBetweenSomeOrAllClasses() {
        Jupiter.Outcome outcome = Jupiter.run(Ambiguities.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).containsExactlyInAnyOrder("ambiguous 0 v 2", "ambiguous between all classes");
    }

    static class Ambiguities {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @Ambiguous(classes = {2, 0})
        void two(Findings findings) {
            SEEN.add(findings);
        }

        @Ambiguous
        void all(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void equalSearchesOfDifferentClassesShareOneRun() {
        Jupiter.Outcome outcome = Jupiter.run(Twin.class, OtherTwin.class);

        assertThat(outcome.failures()).isEmpty();
        List<Findings> seen = List.copyOf(SEEN);
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).samples()).isSameAs(seen.get(1).samples());
    }

    static class Twin {
        @RegisterExtension
        static final BayesTrex SHARED = Plane.extension();

        @HighConfidence(targetClass = 0)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    static class OtherTwin extends Twin {}
}
