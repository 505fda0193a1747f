/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.Publisher;
import org.bayestrex.junit.report.ReportSink;
import org.bayestrex.junit.report.TestReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a failing search test tells, and that reports never stand in its way. */
class ReportingTest {

    @Test
    void failuresCarryTheLineThatRepeatsTheSearchAlone() {
        Throwable failure = Jupiter.run(Failing.class).failures().get(0);

        assertThat(failure)
                .isInstanceOfSatisfying(
                        GateError.class,
                        error -> assertThat(error.replay())
                                .isEqualTo("mvn test -Dtest='ReportingTest$Failing#search' -Dbayestrex.seed=1"
                                        + " -Dsurefire.failIfNoSpecifiedTests=false"));
        assertThat(failure).hasMessageContaining("  repeat    mvn test -Dtest='ReportingTest$Failing#search'");
    }

    static class Failing {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {
            BayesTrexAssertions.assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.9, 1);
        }
    }

    @Test
    void softFailuresCarryItToo() {
        Throwable failure = Jupiter.run(FailingSoftly.class).failures().get(0);

        assertThat(failure).hasMessageContaining("mvn test -Dtest='ReportingTest$FailingSoftly#search'");
    }

    static class FailingSoftly {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {
            BayesTrexSoftAssertions softly = new BayesTrexSoftAssertions();
            softly.assertThat(findings).hasLevelSetMassBetween(.9, 1);
            softly.assertThat(findings).isEmpty();
            softly.assertAll();
        }
    }

    @Test
    void reportsAreWrittenForFailedTests(@TempDir Path output) {
        Jupiter.with("bayestrex.report", "auto")
                .and("bayestrex.output.dir", output.toString())
                .andRun(Failing.class);

        assertThat(output.resolve("ReportingTest-Failing").resolve("search-confident-in-1"))
                .isNotEmptyDirectory();
    }

    @Test
    void anOutputFolderThatCannotBeMadeChangesNoVerdict(@TempDir Path directory) throws IOException {
        // given: a file where the folder should be
        Path output = Files.createFile(directory.resolve("output")).resolve("reports");

        // when
        var outcome = Jupiter.with("bayestrex.report", "auto")
                .and("bayestrex.suite", "holm")
                .and("bayestrex.output.dir", output.toString())
                .andRun(Failing.class, Gated.class);

        // then
        assertThat(outcome.passed()).hasSize(1);
        assertThat(outcome.failures()).singleElement().isInstanceOf(GateError.class);
    }

    static class Gated {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        @Gate(levelSetMassBelow = .9)
        void passes() {}
    }

    @Test
    void aSkipByConfigurationIsSaidLoudlyOnThePage(@TempDir Path output) throws IOException {
        Jupiter.with("bayestrex.report", "auto")
                .and("bayestrex.inconclusive", "skip")
                .and("bayestrex.output.dir", output.toString())
                .andRun(GateAnnotationTest.Open.class);

        try (var files = Files.walk(output)) {
            assertThat(files.filter(file -> file.endsWith("report.html")))
                    .singleElement()
                    .satisfies(page -> assertThat(page)
                            .content()
                            .contains("INCONCLUSIVE", "SKIPPED BY CONFIGURATION, NOT a pass"));
        }
        assertThat(output.resolve("gates.html")).content().contains("this does not let a release go on");
    }

    @Test
    void aSinkThatThrowsDoesNotKeepTheOthersFromTheReport() {
        List<TestReport> seen = new ArrayList<>();
        ReportSink broken = report -> {
            throw new IllegalStateException("disk full");
        };
        TestReport report = new TestReport(
                "ATest#search",
                "confident in 1",
                Found.failures().findings(),
                List.of(),
                Optional.empty(),
                "mvn test",
                Path.of("target"),
                Publisher.NONE,
                Optional.empty());

        ReportSinks.publish(List.of(broken, seen::add), report);

        assertThat(seen).containsExactly(report);
    }
}
