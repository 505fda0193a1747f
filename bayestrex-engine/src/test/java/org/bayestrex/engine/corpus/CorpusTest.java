/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.corpus.KnownFinding.Status;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.search.SearchSpec;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, what is not, and what becomes of it. */
class CorpusTest {

    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");

    @TempDir
    Path folder;

    private Corpus corpus;

    @BeforeEach
    void open() {
        corpus = at(NOW);
    }

    private Corpus at(Instant now) {
        return Corpus.open(folder.resolve("corpus"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static List<CorpusFinding> keep(Corpus corpus, Findings findings) {
        return Kept.keep(corpus, Kept.TEST, findings, 20);
    }

    @Test
    void oneFindingOfEachClusterIsKeptWithItsPicture() throws IOException {
        // when
        List<CorpusFinding> kept = keep(corpus, Kept.search(1).run());
        // then: both sides, the middle of each cluster in the level set
        assertThat(kept).hasSizeBetween(2, 10).allSatisfy(finding -> {
            assertThat(Math.abs(finding.latent()[0])).isGreaterThan(1.5);
            assertThat(finding.predictedClass()).isZero();
            assertThat(finding.found()).isEqualTo(NOW);
            assertThat(finding.radius()).isBetween(.3, .7); // half the median of |x - y|, .95
            assertThat(finding.id()).matches("[a-f][0-9a-f]{9}");
        });
        assertThat(kept.stream()
                        .map(finding -> Math.signum(finding.latent()[0]))
                        .distinct())
                .hasSize(2);
        assertThat(corpus.findings())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("latent", "logits", "confidences")
                .containsExactlyInAnyOrderElementsOf(kept);
        assertThat(names())
                .hasSize(2 * kept.size() + 2)
                .contains(".gitignore")
                .noneMatch(name -> name.endsWith(".tmp"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(corpus.directory())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    @Test
    void theSameSearchKeepsNothingMore() throws IOException {
        keep(corpus, Kept.search(1).run());
        List<String> before = names();

        assertThat(keep(corpus, Kept.search(1).run())).isEmpty();

        assertThat(names()).isEqualTo(before);
    }

    @Test
    void noMoreAreKeptThanAreToBe() {
        List<CorpusFinding> first = Kept.keep(corpus, Kept.TEST, Kept.search(1).run(), 1);
        List<CorpusFinding> second = Kept.keep(corpus, Kept.TEST, Kept.search(2).run(), 1);

        assertThat(first).hasSize(1);
        assertThat(second).isEmpty();
    }

    @Test
    void whatIsKnownToBeRightIsNotKept() {
        List<CorpusFinding> kept =
                keep(corpus, Kept.search(1).labelledBy(Kept.rightOnTheRight()).run());

        assertThat(kept).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.latent()[0]).isNegative();
            assertThat(finding.labels()).containsEntry("side", 1);
        });
    }

    @Test
    void noFindingsLeaveNoTrace() {
        Findings nothing = Search.of(TestModels.linear(0), TestModels.latents(1))
                .target(HighConfidence.of(0))
                .draws(4)
                .run();

        assertThat(keep(corpus, nothing)).isEmpty();
        assertThat(corpus.directory()).doesNotExist();
        assertThat(corpus.recheck(Kept.TEST, nothing.spec(), Replayed::at)
                        .noneStillFails()
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aKeptFindingIsReplayedInOneLineOnAnyModel() {
        CorpusFinding kept = keep(corpus, Kept.search(1).run()).get(0);

        double[] confidences = Corpus.open(corpus.directory())
                .finding(kept.id())
                .replay(Kept.classifier(1.5), TestModels.latents(1))
                .confidences();

        assertThat(confidences[0]).isCloseTo(kept.confidences()[0], org.assertj.core.api.Assertions.within(1e-6));
        assertThat(corpus.finding(kept.id())
                        .replay(Kept.classifier(9), TestModels.latents(1))
                        .predictedClass())
                .isEqualTo(1);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> kept.replay(Kept.classifier(1), TestModels.latents(3)))
                .withMessageContaining("1 latents, but latents takes 3");
        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(() -> corpus.finding("a000000000"))
                .withMessageContaining("has no finding a000000000");
    }

    private KnownFindings recheck(double limit) {
        return corpus.recheck(Kept.TEST, Kept.search(1, limit).spec(), Replayed::at);
    }

    @Test
    void knownFindingsStillFailOrAreFixed() {
        // given
        int count = keep(corpus, Kept.search(1).run()).size();
        // then
        KnownFindings same = recheck(1.5);
        assertThat(same.with(Status.STILL_FAILS)).hasSize(count);
        assertThat(same.noneStillFails().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(same.noneStillFails().rate().method())
                .contains("%d still fail, 0 are fixed".formatted(count))
                .contains(corpus.findings().get(0).id());
        KnownFindings fixed = recheck(9);
        assertThat(fixed.with(Status.FIXED)).hasSize(count);
        assertThat(fixed.noneStillFails().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void withAnotherGeneratorLatentsMeanOtherInputs() {
        keep(corpus, Kept.search(1).run());
        DataDistribution others = DataDistribution.of("others", 1, latents -> latents);
        SearchSpec spec = Search.of(Kept.classifier(1.5), others)
                .target(HighConfidence.of(0))
                .spec();

        Check check = corpus.recheck(Kept.TEST, spec, Replayed::at).noneStillFails();

        assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check.advice()).contains("The generator is another one");
    }

    private void waive(String waivers) throws IOException {
        Files.writeString(
                corpus.directory().resolve("waivers.json"), "{\"schemaVersion\": 1, \"waivers\": [" + waivers + "]}");
    }

    private static String waiver(String id, String until) {
        return "{\"cluster\": \"%s\", \"reason\": \"ticket 12\", \"until\": \"%s\"}".formatted(id, until);
    }

    @Test
    void aWaivedFindingDoesNotBlockUntilTheWaiverExpires() throws IOException {
        // given: one finding, waived until today
        CorpusFinding kept =
                Kept.keep(corpus, Kept.TEST, Kept.search(1).run(), 1).get(0);
        waive(waiver(kept.id(), "2026-05-10"));
        // then
        assertThat(corpus.waiverProblems(Kept.TEST)).isEmpty();
        Check check = recheck(1.5).noneStillFails();
        assertThat(check.verdict()).isEqualTo(Verdict.PASS);
        assertThat(check.rate().method()).contains("1 still fail (1 waived)");
        // when: twelve days later
        corpus = at(NOW.plusSeconds(12 * 86_400));
        assertThat(recheck(1.5).noneStillFails().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(corpus.waiverProblems(Kept.TEST))
                .containsExactly(corpus.directory().resolve("waivers.json") + " waived " + kept.id()
                        + " (ticket 12) until 2026-05-10, which is 12 days ago. Remove the waiver if the finding is fixed; "
                        + "if it is not, fix it, or decide again and give a later date.");
        assertThat(corpus.waiverProblems("AnotherTest#search")).isEmpty();
    }

    @Test
    void aWaiverForNothingIsSaidToEveryTest() throws IOException {
        keep(corpus, Kept.search(1).run());
        waive(waiver("a000000000", "2030-01-01"));

        assertThat(corpus.waiverProblems("AnotherTest#search"))
                .containsExactly(corpus.directory().resolve("waivers.json")
                        + " waives a000000000 (ticket 12), but the corpus has no such finding. Correct the id, or remove the "
                        + "waiver.");
    }

    @Test
    void waiversThatCannotBeReadAreNamed() throws IOException {
        keep(corpus, Kept.search(1).run());
        waive("{\"cluster\": \"a000000000\", \"until\": \"2030-01-01\"}");
        unreadable("\"reason\" is to be a text");
        waive(waiver("a000000000", "soon"));
        unreadable("Text 'soon' could not be parsed");
        waive(waiver("a1", "2030-01-01") + "," + waiver("a1", "2031-01-01"));
        unreadable("hold two for a1");
    }

    private void unreadable(String reason) {
        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(corpus::waivers)
                .withMessageContaining(
                        corpus.directory().resolve("waivers.json").toString())
                .withMessageContaining(reason);
    }

    @Test
    void aClockThatWasMovedBackIsSaidAndDoesNoHarm() {
        // given
        keep(corpus, Kept.search(1).run());
        assertThat(corpus.clockWarning()).isEmpty();
        // when
        corpus = at(Instant.parse("2020-01-01T00:00:00Z"));
        // then
        assertThat(corpus.clockWarning().orElseThrow())
                .contains("has a finding of 2026-05-10T12:00:00Z")
                .contains("the clock says 2020-01-01T00:00:00Z");
        assertThat(recheck(1.5).with(Status.STILL_FAILS)).isNotEmpty();
        keep(corpus, Kept.search(2, .5).run());
    }

    @Test
    void aDamagedFindingIsNamedAndNotPassedOver() throws IOException {
        CorpusFinding kept = keep(corpus, Kept.search(1).run()).get(0);
        Path file;
        try (Stream<Path> files = Files.walk(corpus.directory())) {
            file = files.filter(each -> each.endsWith(kept.id() + ".json"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(file, "<<<<<<< HEAD\n" + Files.readString(file));

        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(() -> recheck(1.5))
                .withMessageStartingWith("The finding " + file + " cannot be read: it is no JSON")
                .withMessageEndingWith("Take it from version control again, or delete it");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(() ->
                        keep(Corpus.open(file.resolve("corpus")), Kept.search(1).run()))
                .withMessageStartingWith("New findings of " + Kept.TEST + " cannot be kept in the corpus")
                .withMessageContaining("-Dbayestrex.corpus=check");
    }
}
