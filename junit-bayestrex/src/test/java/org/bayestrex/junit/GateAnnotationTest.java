/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.TestAbortedException;

/** Tests whose limits are known before their searches. A class is confident in one of the plane's points in four or so. */
class GateAnnotationTest {

    @Test
    void aGateNeedsNeitherParameterNorAssertion() {
        assertThat(Jupiter.run(Kept.class).passed()).hasSize(2);
    }

    static class Kept {

        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        @Gate(levelSetMassBelow = .9)
        void withoutFindings() {}

        @HighConfidence(targetClass = 1)
        @Gate(failureRateBelow = .9)
        void theBodyAgrees(Findings findings) {
            assertThat(findings).hasFailureRateBelow(.9);
            assertThat(findings.gates().stoppedEarly()).isTrue();
        }
    }

    @Test
    void aBrokenGateFailsAndSaysAtWhichLook() {
        Throwable failure = Jupiter.run(Broken.class).failures().get(0);

        assertThat(failure).isInstanceOf(GateError.class);
        assertThat(((GateError) failure).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(failure)
                .hasMessageContaining("level-set mass below 0.01")
                .hasMessageContaining("  looks     The search went on until look 1 of")
                .hasMessageContaining("mvn test -Dtest='GateAnnotationTest$Broken#often'");
    }

    static class Broken {

        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        @Gate(levelSetMassBelow = .01)
        void often() {}
    }

    @Test
    void anOpenGateFailsWithDrawsAndTime() {
        Throwable failure = Jupiter.run(Open.class).failures().get(0);

        assertThat(((GateError) failure).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(failure)
                .hasMessageContaining("times as many draws would settle it")
                .hasMessageContaining("  time      about ")
                .hasMessageContaining(" a second of this search");
    }

    @Test
    void anOpenGateIsSkippedWhereTheRunSaysSoAndSaysThatItDidNotPass() {
        var outcome = Jupiter.with("bayestrex.inconclusive", "skip").andRun(Open.class, Broken.class);

        assertThat(outcome.failures()).hasSize(1).allMatch(each -> ((GateError) each).verdict() == Verdict.FAIL);
        outcome.results()
                .testEvents()
                .aborted()
                .assertThatEvents()
                .hasSize(1)
                .allSatisfy(event -> assertThat(
                                event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                                        .getThrowable()
                                        .orElseThrow())
                        .isInstanceOf(TestAbortedException.class)
                        .hasMessageStartingWith(
                                "INCONCLUSIVE, SKIPPED BY CONFIGURATION (bayestrex.inconclusive=skip): ")
                        .hasMessageContaining("did NOT pass"));
    }

    static class Open {

        /** The limit is the truth: P(4 y - log(exp(4 x) + 1) > log 9). */
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(Plane.points())
                .sampling(Plane.QUICK.withPilot(1000))
                .gates(Gates.of(org.bayestrex.engine.rate.Gate.levelSetMassBelow(.1946)))
                .build();

        @HighConfidence(targetClass = 1)
        void asOftenAsTheLimit() {}
    }

    @Test
    void everyClassHasAVerdictAndAllHaveOne(@TempDir Path folder) throws IOException {
        var outcome = Jupiter.with("bayestrex.report", "auto")
                .and("bayestrex.output.dir", folder.toString())
                .andRun(Matrix.class);

        assertThat(outcome.passed()).hasSize(1);
        assertThat(outcome.failures()).hasSize(2);
        Path method = folder.resolve("GateAnnotationTest-Matrix").resolve("classes");
        String json = Files.readString(method.resolve("gates.json"));
        assertThat(json).contains("\"verdict\": \"FAIL\"", "\"correction\": \"HOLM\"", "level-set mass below 0.1");
        assertThat(Files.readString(method.resolve("gates.html")))
                .contains("A gate is broken, and not by the chance of looking at 3", "wrongly confident in 2");
        assertThat(Files.readString(folder.resolve("gates.json"))).contains("\"correction\": \"NONE\"");
        int withMatrix = 0;
        try (var files = Files.walk(folder)) {
            for (Path page : files.filter(file -> file.endsWith("report.html")).toList()) {
                withMatrix += Files.readString(page).contains("All invocations") ? 1 : 0;
            }
        }
        assertThat(withMatrix).isEqualTo(1);
    }

    /** Classes 0 and 1 are often seen, class 2, whose logit is always 0, seldom. */
    static class Matrix {

        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidenceFailures
        @Gate(levelSetMassBelow = .1)
        void classes() {}
    }

    @Test
    void whatPassesAloneMayNotPassAmongMany() {
        var alone = Jupiter.run(Close.class);
        var among = Jupiter.with("bayestrex.suite", "holm")
                .and("bayestrex.suite.level", "1e-9")
                .andRun(Close.class);

        assertThat(alone.failures()).isEmpty();
        assertThat(among.passed()).hasSize(2);
        assertThat(among.failure())
                .startsWith("INCONCLUSIVE: of 2 gates of this run, 2 passed alone and not with bayestrex.suite=holm");
        among.results()
                .containerEvents()
                .assertThatEvents()
                .filteredOn(event -> event.getType() == EventType.FINISHED)
                .haveExactly(1, EventConditions.finishedWithFailure());
    }

    static class Close {

        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        @Gate(levelSetMassBelow = .4)
        void one() {}

        @HighConfidence(targetClass = 0)
        @Gate(levelSetMassBelow = .4)
        void other() {}
    }

    @Test
    void anAnnotationOfOnesOwnAndTheOneOnTheClassAreRead() {
        assertThat(Jupiter.run(Outer.class).passed()).hasSize(2);
    }

    @Gate(levelSetMassBelow = 1e-3)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Strict {}

    @Strict
    static class Outer {

        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.unsure())
                .dataDistribution(Plane.points())
                .sampling(Plane.QUICK.withPilot(4096))
                .build();

        @HighConfidence(targetClass = 1)
        void never() {}

        @HighConfidence(targetClass = 1)
        @Gate(levelSetMassBelow = .5, stopEarly = false)
        void methodsWin(Findings findings) {
            assertThat(findings.gates().stoppedEarly()).isFalse();
            assertThat(findings.gates().gates())
                    .extracting(gate -> gate.gate().limit())
                    .isEqualTo(List.of(.5));
        }
    }

    @Test
    void misuseIsExplained() {
        assertThat(Jupiter.run(NoLimit.class).failure())
                .isEqualTo(
                        "@Gate on GateAnnotationTest$NoLimit#nothing: no limit is "
                                + "given. Say which one, @Gate(failureRateBelow = 1e-3) for instance, or take the annotation away.");
        assertThat(Jupiter.run(OutOfRange.class).failure())
                .startsWith(
                        "@Gate(failureRateBelow = 0.0) on GateAnnotationTest$OutOfRange#never: a limit lies between 0 and 1");
        assertThat(Jupiter.run(Crossed.class).failure())
                .contains(
                        "levelSetMassAbove = 0.5, levelSetMassBelow = 0.1",
                        "no mass is above the one and below the other");
        assertThat(Jupiter.run(NobodyKnows.class).failure())
                .contains(
                        "@Gate for GateAnnotationTest$NobodyKnows#share",
                        "INCONCLUSIVE before any draw",
                        "nobody knows");
        assertThat(Jupiter.with("bayestrex.inconclusive", "ignore")
                        .andRun(Kept.class)
                        .failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("bayestrex.inconclusive")
                        .hasMessageContaining("ignore")
                        .hasMessageContaining("fail (the default) or skip"));
        assertThat(Jupiter.with("bayestrex.suite", "bonferroni")
                        .andRun(Broken.class)
                        .failure())
                .contains("bayestrex.suite", "none, holm or benjamini-hochberg");
        assertThat(Jupiter.with("bayestrex.suite.level", "95")
                        .andRun(Broken.class)
                        .failure())
                .contains("bayestrex.suite.level", "between 0 and 0.5");
    }

    static class NoLimit {

        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        @Gate
        void nothing() {}
    }

    static class OutOfRange {

        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        @Gate(failureRateBelow = 0)
        void never() {}
    }

    static class Crossed {

        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        @Gate(levelSetMassAbove = .5, levelSetMassBelow = .1)
        void between() {}
    }

    static class NobodyKnows {

        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        @Gate(wrongLabelShareBelow = .1)
        void share() {}
    }
}
