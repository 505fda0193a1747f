/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.bayestrex.engine.corpus.Corpus;
import org.bayestrex.engine.corpus.CorpusFinding;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Findings that are kept in the repository, waived, and asked again. */
class KeepFindingsTest {

    private static final String MODELS = "../bayestrex-engine/src/test/models/";
    private static final String OWN = "<b onclick='x'>cat</b> \uD83D\uDC08 " + "long".repeat(50);

    @TempDir
    Path folder;

    private Jupiter with(String parameter, String value) {
        return Jupiter.with("bayestrex.corpus.dir", folder.resolve("corpus").toString())
                .and(parameter, value);
    }

    private Jupiter updating() {
        return with("bayestrex.corpus", "update");
    }

    private List<CorpusFinding> kept() {
        return Corpus.open(folder.resolve("corpus")).findings();
    }

    private void waive(String until) throws IOException {
        StringBuilder waivers = new StringBuilder();
        for (CorpusFinding finding : kept()) {
            waivers.append(waivers.isEmpty() ? "" : ",")
                    .append("{\"cluster\": \"%s\", \"reason\": \"ticket 12\", \"until\": \"%s\"}"
                            .formatted(finding.id(), until));
        }
        Files.writeString(
                folder.resolve("corpus/waivers.json"), "{\"schemaVersion\": 1, \"waivers\": [" + waivers + "]}");
    }

    static class Keeping {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @KeepFindings(most = 5)
        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {
            BayesTrexAssertions.assertThat(findings).hasNoKnownFailure();
        }
    }

    @Test
    void whatIsFoundIsAskedAgainFirstInTheNextRunAndBlocksUntilItIsWaived() throws IOException {
        // when: nothing is known yet
        assertThat(updating().andRun(Keeping.class).failures()).isEmpty();
        assertThat(kept()).hasSizeBetween(1, 5);
        // when: it is
        int count = kept().size();
        Throwable failure = updating().andRun(Keeping.class).failures().get(0);
        assertThat(failure)
                .isInstanceOf(GateError.class)
                .hasMessageContaining("of %d known findings %d still fail, 0 are fixed".formatted(count, count))
                .hasMessageContaining(kept().get(0).id());
        assertThat(kept()).hasSize(count);
        // when: it is accepted
        waive("9999-12-31");
        assertThat(updating().andRun(Keeping.class).failures()).isEmpty();
        // when: it was
        waive("2001-02-03");
        assertThat(updating().andRun(Keeping.class).failure())
                .startsWith("Waivers for KeepFindingsTest$Keeping#search: ")
                .contains("waived " + kept().get(0).id() + " (ticket 12) until 2001-02-03, which is ")
                .contains("Remove the waiver if the finding is fixed");
    }

    static class NotAsked {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {
            BayesTrexAssertions.assertThat(findings).hasNoKnownFailure();
        }
    }

    @Test
    void nothingIsKeptUnlessAskedFor() {
        assertThat(Jupiter.run(NotAsked.class).failure())
                .isEqualTo("hasNoKnownFailure: this test keeps no findings. Put @KeepFindings on it, or set "
                        + "bayestrex.corpus.dir");
        assertThat(with("bayestrex.corpus", "off").andRun(NotAsked.class).failures())
                .hasSize(1);
        assertThat(with("bayestrex.corpus", "check").andRun(NotAsked.class).failures())
                .isEmpty();
        assertThat(kept()).isEmpty();
        assertThat(updating().andRun(NotAsked.class).failures()).isEmpty();
        assertThat(kept()).isNotEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidUnlessItIsOnlyRead() throws IOException {
        Path file = Files.createFile(folder.resolve("corpus"));

        assertThat(updating().andRun(Keeping.class).failure())
                .startsWith(
                        "New findings of org.bayestrex.junit.KeepFindingsTest$Keeping#search confident in 1 cannot be kept")
                .contains("-Dbayestrex.corpus=check");
        assertThat(with("bayestrex.corpus", "check").andRun(Keeping.class).failures())
                .isEmpty();
        assertThat(file).isEmptyFile();
    }

    static class NamedOddly {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier(List.of("0", OWN, "2")))
                .dataDistribution(Plane.points())
                .without(cls -> Plane.points())
                .sampling(Plane.QUICK)
                .build();

        @KeepFindings
        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {
            BayesTrexAssertions.assertThat(findings).isNotEmpty();
        }
    }

    @Test
    void classesMayBeCalledWhateverTheyAre() throws IOException {
        // when
        Jupiter.Outcome outcome = updating()
                .and("bayestrex.report", "auto")
                .and("bayestrex.output.dir", folder.resolve("out").toString())
                .and("bayestrex.baseline", "write")
                .and("bayestrex.baseline.dir", folder.resolve("baselines").toString())
                .andRun(NamedOddly.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).containsExactly("wrongly confident in 1 (" + OWN + ")");
        assertThat(kept()).isNotEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> !file.equals(folder))
                            .map(file -> file.getFileName().toString()))
                    .contains("report.html", "findings.json")
                    .allMatch(name -> name.matches("[A-Za-z0-9._-]{1,130}"));
        }
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            Path page = files.filter(file -> file.endsWith("report.html"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(page)).doesNotContain("<b onclick");
        }
    }

    @ModelUnderTest("${model}")
    @DataDistribution(value = MODELS + "linear-generator.pt", latentSize = 2)
    @org.bayestrex.junit.Sampling(draws = 50, chains = 4)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class OverwritesItsModel {
        @Order(1)
        @HighConfidence(targetClass = 0)
        void overwrites(Findings findings) throws IOException {
            BayesTrexAssertions.assertThat(findings).isNotEmpty();
            Files.copy(
                    Path.of(MODELS + "probabilities.pt"),
                    Path.of(findings.spec().classifier().labels().isEmpty() ? System.getProperty("model") : ""),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        @Order(2)
        @HighConfidence(targetClass = 1)
        void searches(Findings findings) {
            throw new AssertionError("the model is not the one that was loaded: " + findings);
        }
    }

    @Test
    void aModelThatChangesWhileTestsRunIsNoticed() throws IOException {
        // given
        Path model = folder.resolve("model.pt");
        Files.copy(Path.of(MODELS + "linear-classifier.pt"), model);
        System.setProperty("model", model.toString());
        try {
            // when: kept findings are asked for, too
            List<Throwable> failures = updating()
                    .and("model", model.toString())
                    .andRun(OverwritesItsModel.class)
                    .failures();
            // then: neither is the first test's finding stored, nor the second one judged
            assertThat(failures)
                    .hasSize(2)
                    .allSatisfy(failure -> assertThat(failure)
                            .hasMessageContaining("model.pt has changed since it was loaded (SHA-256 "));
            assertThat(kept()).isEmpty();
        } finally {
            System.clearProperty("model");
        }
    }
}
