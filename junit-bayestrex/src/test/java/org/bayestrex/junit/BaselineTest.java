/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;

/** A release is held against an earlier one whose numbers lie in the repository. */
class BaselineTest {

    private static final Sampling ENOUGH = Plane.QUICK
            .withMethod(org.bayestrex.engine.sampler.Method.DIRECT)
            .withPilot(4000)
            .withDraws(400);
    private static final String MODELS = "../bayestrex-engine/src/test/models/";

    @TempDir
    Path folder;

    private Jupiter with(String mode) {
        return Jupiter.with("bayestrex.baseline.dir", folder.toString()).and("bayestrex.baseline", mode);
    }

    private List<Path> baselines() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    /** Two releases of one test class: the class's name, not the model's, finds the baseline. */
    static class Release {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Plane.classifier())
                .dataDistribution(Plane.points())
                .without(cls -> Plane.points())
                .sampling(ENOUGH)
                .build();

        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {
            BayesTrexAssertions.assertThat(findings)
                    .isNotWorseThanBaselineBy(.1)
                    .hasLevelSetMassNotAboveBaselineBy(.1)
                    .hasWrongLabelConfidenceNotAboveBaselineBy(.05);
        }
    }

    @Test
    void withoutABaselineTheTestFailsWithTheCommand() {
        assertThat(with("compare").andRun(Release.class).failure())
                .isEqualTo("There is no baseline of org.bayestrex.junit.BaselineTest$Release#search confident in 1 in "
                        + folder
                        + ". Write one with the release that later ones are to be held against, and commit it: "
                        + "mvn test -Dtest='BaselineTest$Release#search' -Dbayestrex.seed=1"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dbayestrex.baseline=write");
    }

    @Test
    void aRunThatWritesIsSkippedAndTheNextOneIsHeldAgainstIt() throws IOException {
        // when
        Jupiter.Outcome writing = with("write").andRun(Release.class);
        // then: nothing was compared, so nothing has passed
        assertThat(writing.passed()).isEmpty();
        assertThat(writing.results().testEvents().aborted().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()))
                .singleElement()
                .asString()
                .startsWith("The baseline was written to " + baselines().get(0))
                .endsWith("run without -Dbayestrex.baseline=write");
        // when: the same release
        assertThat(with("compare").andRun(Release.class).failures()).isEmpty();
        // when: what was found then is said to have been found seldom
        String text = Files.readString(baselines().get(0));
        Files.writeString(
                baselines().get(0),
                text.replaceFirst(
                        "(\"FAILURE_RATE\": \\{\\s+\"estimate\": )[^,]+(,\\s+\"lower\": )[^,]+(,\\s+\"upper\": )[^,]+",
                        "$10.001$20$30.002"));
        // then
        Throwable failure = with("compare").andRun(Release.class).failures().get(0);
        assertThat(failure)
                .isInstanceOf(GateError.class)
                .hasMessageContaining("The findings refute the claim: failure rate above the baseline's below 0.1")
                .hasMessageContaining("in this model's level set is of the baseline's: 1 [")
                .hasMessageContaining("-Dtest='BaselineTest$Release#search'");
    }

    @Test
    void aBaselineOfAnotherSigmaIsRefused() {
        with("write").andRun(Release.class);

        assertThat(with("compare")
                        .and("bayestrex.sigma", "0.1")
                        .andRun(Configured.class)
                        .failure())
                .contains("There is no baseline of");
        assertThat(with("write")
                        .and("bayestrex.sigma", "0.1")
                        .andRun(Configured.class)
                        .failures())
                .isEmpty();
        assertThat(with("compare")
                        .and("bayestrex.sigma", "0.2")
                        .andRun(Configured.class)
                        .failure())
                .contains("is about something else: sigma was 0.1 and is 0.2. Write a new one");
    }

    static class Configured extends Release {}

    @ModelUnderTest("${model}")
    @DataDistribution(value = MODELS + "linear-generator.pt", latentSize = 2)
    static class FromFiles {
        @org.bayestrex.junit.Sampling(draws = 50, chains = 4)
        @HighConfidence(targetClass = 0)
        void search(Findings findings) {
            BayesTrexAssertions.assertThat(findings).hasLevelSetMassNotAboveBaselineBy(.5);
            Check.last = findings.companion(TestBaseline.class)
                    .orElseThrow()
                    .comparison(findings)
                    .foundThen()
                    .isPresent();
        }
    }

    /** What the last comparison could do. */
    static final class Check {
        private static volatile boolean last;

        private Check() {}
    }

    @Test
    void theBaselinesModelIsFoundByItsHashWhereItIsAtHand() throws IOException {
        // given: a release, kept under another name
        Path released = Files.createDirectory(folder.resolve("releases"));
        Path model = folder.resolve("model.pt");
        Files.copy(Path.of(MODELS + "linear-classifier.pt"), model);
        Files.copy(model, released.resolve("1.0.pt"));
        Jupiter run = with("write").and("model", model.toString());
        run.andRun(FromFiles.class);
        // then
        assertThat(run.and("bayestrex.baseline", "compare")
                        .andRun(FromFiles.class)
                        .failures())
                .isEmpty();
        assertThat(Check.last).isFalse();
        assertThat(run.and("bayestrex.baseline.models", released.toString())
                        .andRun(FromFiles.class)
                        .failures())
                .isEmpty();
        assertThat(Check.last).isTrue();
    }

    @Test
    void aMistypedModeIsRefused() {
        assertThat(with("wirte").andRun(Release.class).failure())
                .isEqualTo("Configuration parameter bayestrex.baseline = wirte: one of compare, write is expected.");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(with("write")
                        .and("bayestrex.baseline.dir", file.toString())
                        .andRun(Release.class)
                        .failure())
                .contains("cannot be written to " + file)
                .contains("bayestrex.baseline.dir");
    }
}
