/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.checkpoint.CheckpointException;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that was stopped and resumed is the one that was not, bit for bit, and asks the networks nothing twice. */
@Timeout(300) // against hanging only: on a busy machine PyTorch takes many times as long
class ResumeTest {

    /** What a search asks of its models before it begins: one input for the classes, and the probe of its key. */
    private static final int TRIALS = 1 + 8;

    private static final Sampling SAMPLING = Searches.small(Method.ELLIPTICAL_SLICE)
            .withPilot(1000)
            .withDraws(600)
            .withBatch(4);

    @TempDir
    Path directory;

    private final AtomicInteger rows = new AtomicInteger();
    private final AtomicInteger failAt = new AtomicInteger();

    private final Classifier counting = TestModels.rows("counting", z -> {
        if (rows.incrementAndGet() > failAt.get()) {
            throw new IllegalStateException("power failure");
        }
        return new float[] {4 * z[0], z[1]};
    });

    private final DataDistribution latents = TestModels.latents(2);

    @BeforeEach
    void neverFail() {
        failAt.set(Integer.MAX_VALUE);
    }

    private Search search() {
        return Search.of(counting, latents).target(HighConfidence.of(0)).sampling(SAMPLING);
    }

    private Findings uninterrupted() {
        Findings findings = search().run();
        rows.set(0);
        return findings;
    }

    private void runUntil(int row) {
        failAt.set(row);
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> search().checkpoint(directory).run())
                .withMessageContaining("power failure");
        failAt.set(Integer.MAX_VALUE);
        rows.set(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1200, 3000, 6000})
    void aSearchThatWasStoppedGoesOnWithTheSameDraws(int row) {
        // given
        Findings expected = search().run();
        int wholeSearch = rows.getAndSet(0);
        runUntil(row);

        // when
        Findings resumed = search().checkpoint(directory).run();

        // then: but for what was padding or not answered yet when it stopped, only the rest was evaluated
        assertSame(resumed, expected);
        int lost = 2 * PairedModels.FORWARD_ROWS + TRIALS;
        assertThat(wholeSearch).isGreaterThan(6000 + lost);
        assertThat(rows.get()).isBetween(wholeSearch - row, wholeSearch - row + lost);
    }

    @Test
    void aSearchThatWasDoneAsksTheModelsNothing() {
        // given
        Findings expected = search().checkpoint(directory).run();
        rows.set(0);

        // when
        Findings again = search().checkpoint(directory).run();

        // then
        assertSame(again, expected);
        assertThat(rows).hasValue(TRIALS);
    }

    @Test
    void aSearchCanBeStoppedAgainAndAgain() {
        Findings expected = uninterrupted();
        runUntil(500);
        for (int i = 0; i < 4; i++) {
            runUntil(1200);
        }

        assertSame(search().checkpoint(directory).run(), expected);
    }

    @Test
    void whatWasLostOnDiskIsComputedAgain() throws IOException {
        // given
        Findings expected = uninterrupted();
        runUntil(5000);
        List<Path> segments;
        try (Stream<Path> files = Files.walk(directory)) {
            segments = files.filter(file -> file.toString().contains("segment-"))
                    .sorted()
                    .toList();
        }
        assertThat(segments).hasSizeGreaterThan(2);
        Files.writeString(segments.get(1), "{");

        // when
        Findings resumed = search().checkpoint(directory).run();

        // then
        assertSame(resumed, expected);
        assertThat(rows).hasValueGreaterThan(4000);
    }

    @Test
    void aCheckpointDoesNotChangeTheDraws() {
        assertSame(search().checkpoint(directory).run(), uninterrupted());
    }

    @Test
    void anotherSeedHasACheckpointOfItsOwnInTheSameDirectory() {
        // given
        search().checkpoint(directory).run();
        Findings expected = search().seed(8).run();

        // when
        Findings other = search().seed(8).checkpoint(directory).run();

        // then
        assertSame(other, expected);
        assertThat(directory).isDirectoryContaining(Files::isDirectory);
        assertThat(directory.toFile().list()).hasSize(2);
    }

    @Test
    void aSecondSearchOfTheSameKindIsRefusedWhileTheFirstOneRuns() {
        CountDownLatch begun = new CountDownLatch(1);
        try (SearchService service = new SearchService(progress -> begun.countDown())) {
            SearchSpec endless = search().draws(100_000_000).spec();
            CompletableFuture<Findings> first = service.submit(endless, directory);
            awaitQuietly(begun);

            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() ->
                            search().draws(100_000_000).checkpoint(directory).run())
                    .withMessageContaining("in use by another search");
            assertThat(first).isNotDone();
        }
    }

    /** TorchScript, with gradients and global moves: stopped after a share of the answers. */
    @ParameterizedTest
    @ValueSource(doubles = {.3, .6, .9})
    void withGradientsAndGlobalMovesToo(double share) {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            // given
            SearchSpec spec = new SearchSpec(
                    classifier,
                    generator,
                    HighConfidence.of(0),
                    Searches.small(Method.AUTO).withDraws(400));
            Findings expected;
            try (SearchService service = new SearchService(ProgressListener.SILENT)) {
                expected = service.submit(spec).join();
            }
            PairedModels models = new PairedModels(LatentClassifier.of(classifier, generator));
            new SteppedSearch(models, spec, Journals.in(directory)).stopAfter((long) (share * expected.evaluations()));

            // when
            Findings resumed;
            try (SearchService service = new SearchService(ProgressListener.SILENT)) {
                resumed = service.submit(spec, directory).join();
            }

            // then
            assertSame(resumed, expected);
            assertThat(resumed.effort().gradients()).isPositive();
            assertNothingIsAskedTwice(spec, expected);
        }
    }

    /** Runs a search that is done once more, and counts. */
    private void assertNothingIsAskedTwice(SearchSpec spec, Findings expected) {
        AtomicReference<CountingJournal> journal = new AtomicReference<>();
        Journals counted = (search, model) -> {
            journal.set(new CountingJournal(Journals.in(directory).open(search, model)));
            return journal.get();
        };
        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            assertSame(service.submit(spec, counted).join(), expected);
        }
        assertThat(journal.get().recorded()).isZero();
        assertThat(journal.get().recalled())
                .isEqualTo(expected.effort().gradients() + expected.effort().forwards());
    }

    private static void assertSame(Findings actual, Findings expected) {
        assertThat(Searches.draws(actual)).isEqualTo(Searches.draws(expected));
        assertThat(actual.levelSetMass()).isEqualTo(expected.levelSetMass());
        assertThat(actual.effort().gradients()).isEqualTo(expected.effort().gradients());
        assertThat(actual.effort().forwards()).isEqualTo(expected.effort().forwards());
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
