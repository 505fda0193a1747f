/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The page of a run, made by a launcher as a build tool starts it. */
@ResourceLock("Allure's lifecycle")
class RunListenerTest {

    @TempDir
    Path folder;

    @Test
    void theOverviewHasEveryTestWhateverBecameOfIt() throws Exception {
        Launched.in(folder).run(OfAllKinds.class);

        assertThat(overview())
                .contains("Of 5 tests 2 fail, 1 could not be carried out, 1 was skipped and shows nothing, 1 passes.")
                .contains("<table class=\"verdict-matrix\"")
                .containsSubsequence("What needs attention first", "fails", "@HighConfidence(targetClass = 9)")
                .contains("not today")
                .contains("✔ PASS</span> RunListenerTest$OfAllKinds#passes confident in 1</summary>");
    }

    @Test
    void eachTestsOwnPageIsInIt() throws Exception {
        Launched.in(folder).run(OfAllKinds.class);

        assertThat(overview())
                .containsSubsequence("<div id=\"t", "Passes: ", "How often", "The search")
                .doesNotContain("<script");
    }

    static class OfAllKinds {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        void passes(Findings findings) {
            assertThat(findings).hasLevelSetMassBetween(0, .9);
        }

        @HighConfidence(targetClass = 1)
        void fails(Findings findings) {
            assertThat(findings).hasLevelSetMassBetween(.9, 1);
        }

        @HighConfidence(targetClass = 9)
        void asksForAClassThatThereIsNot(Findings findings) {
            assertThat(findings).isNotEmpty();
        }

        @Disabled("not today")
        @HighConfidence(targetClass = 1)
        void isSkipped(Findings findings) {
            assertThat(findings).isNotEmpty();
        }

        @HighConfidence(targetClass = 2)
        void failsOutsideItsClaims(Findings findings) {
            assertThat(findings).hasLevelSetMassBetween(0, 1);
            throw new IllegalStateException("the disk is full");
        }

        @Test
        void isNoSearch() {
            // by design: what is no search is not on the page
        }
    }

    @Test
    void aSecondRunIsHeldAgainstTheFirst() throws Exception {
        Path history = folder.resolve("kept");
        Launched.in(folder.resolve("one"))
                .with("bayestrex.history.dir", history.toString())
                .run(OfAllKinds.class);
        // what another process would have left
        Path file = history.resolve("history.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"id\":\\s*\"[^\"]*\"", "\"id\": \"another\""));

        Launched.in(folder.resolve("two"))
                .with("bayestrex.history.dir", history.toString())
                .run(OfAllKinds.class);

        assertThat(Files.readString(folder.resolve("two/bayestrex/overview.html")))
                .contains("Nothing: the same tests, the same verdicts, the same models.")
                .contains("alt=\"Trend over 2 runs:");
    }

    @Test
    void plansOfOneProcessMakeOneRun() throws Exception {
        Launched.in(folder).run(OfAllKinds.class);
        Launched.in(folder).run(Another.class);

        assertThat(overview()).contains("Of 6 tests").contains("RunListenerTest$Another#search confident in 0");
    }

    static class Another {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 0)
        void search(Findings findings) {
            assertThat(findings).isNotEmpty();
        }
    }

    @Test
    void whatFailsAfterTheTestFailsIt() throws Exception {
        Launched.in(folder).run(FailingAfterwards.class);

        assertThat(overview()).contains("Of 1 tests 1 fails, none passes.", "the server is gone");
    }

    static class FailingAfterwards {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 0)
        void search(Findings findings) {
            assertThat(findings).isNotEmpty();
        }

        @AfterEach
        void close() {
            throw new IllegalStateException("the server is gone");
        }
    }

    @Test
    void aSearchThatCrashedWasNotCarriedOut() throws Exception {
        Launched.in(folder).run(Crashing.class);

        assertThat(overview()).contains("Of 1 tests 1 could not be carried out, none passes.", "no weights");
    }

    static class Crashing {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Classifier.of("broken", List.of(), inputs -> {
                    throw new IllegalStateException("no weights");
                }))
                .dataDistribution(Plane.points())
                .sampling(Plane.QUICK)
                .build();

        @HighConfidence(targetClass = 0)
        void search(Findings findings) {
            assertThat(findings).isNotEmpty();
        }
    }

    @Test
    void standsAmongAllureTestsToo() throws Exception {
        Launched.in(folder).run(OfAllKinds.class);

        assertThat(results())
                .filteredOn(text -> text.contains("* The run at a glance"))
                .hasSize(1)
                .allSatisfy(text ->
                        assertThat(text).contains("\"status\":\"failed\"", "THE RUN: Of 5 tests", "verdict-matrix"));
    }

    @Test
    void nothingIsLeftWhereReportsAreOff() throws Exception {
        Launched.in(folder).with("bayestrex.report", "off").run(OfAllKinds.class);

        assertThat(folder.resolve("bayestrex")).doesNotExist();
    }

    @Test
    void nothingIsLeftWhereNothingWasSearched() throws Exception {
        Launched.in(folder).run(Plain.class);

        assertThat(folder.resolve("bayestrex")).doesNotExist();
    }

    static class Plain {
        @Test
        void isNoSearch() {
            // by design
        }
    }

    private String overview() throws IOException {
        return Files.readString(folder.resolve("bayestrex/overview.html"));
    }

    private List<String> results() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("allure-results"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith("-result.json"))
                    .toList();
            List<String> texts = new java.util.ArrayList<>();
            for (Path file : found) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
