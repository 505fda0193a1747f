/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Progress.Phase;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sharing, cancelling, interrupting, closing: what callers do to searches while they run. */
@Timeout(60)
class SearchServiceTest {

    private final AtomicInteger rows = new AtomicInteger();
    private final Classifier counting = TestModels.rows("counting", z -> {
        rows.incrementAndGet();
        return new float[] {4 * z[0], 0};
    });
    private final DataDistribution latents = TestModels.latents(2);

    private SearchSpec spec(Sampling sampling) {
        return new SearchSpec(counting, latents, HighConfidence.of(0), sampling);
    }

    private static Sampling endless() {
        return Searches.small(Method.ELLIPTICAL_SLICE).withDraws(100_000_000);
    }

    @Test
    void equalSpecificationsShareOneRun() {
        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            // given
            Findings first = service.submit(spec(Searches.small(Method.ELLIPTICAL_SLICE)))
                    .join();
            int evaluated = rows.get();

            // when
            Findings second = service.submit(spec(Searches.small(Method.ELLIPTICAL_SLICE)))
                    .join();

            // then
            assertThat(second).isSameAs(first);
            assertThat(rows).hasValue(evaluated);
            assertThat(service.submit(
                                    spec(Searches.small(Method.ELLIPTICAL_SLICE).withSeed(8)))
                            .join())
                    .isNotSameAs(first);
        }
    }

    @Test
    void cancellingOneCopyDoesNotCancelTheOther() {
        // given: a search that does not get anywhere before one copy is cancelled
        CountDownLatch cancelled = new CountDownLatch(1);
        Classifier gated = TestModels.rows("gated", z -> {
            try {
                cancelled.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new float[] {4 * z[0], 0};
        });
        SearchSpec spec = new SearchSpec(gated, latents, HighConfidence.of(0), Searches.small(Method.ELLIPTICAL_SLICE));
        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            CompletableFuture<Findings> one = service.submit(spec);
            CompletableFuture<Findings> other = service.submit(spec);

            // when
            one.cancel(true);
            cancelled.countDown();

            // then
            assertThat(other.join().samples()).hasSize(80);
            assertThat(one).isCancelled();
        }
    }

    @Test
    void closingCancelsWhatRuns() throws InterruptedException {
        SearchService service = new SearchService(ProgressListener.SILENT);
        CompletableFuture<Findings> running = service.submit(spec(endless()));
        awaitRows(2000);

        service.close();

        assertThat(running).isCompletedExceptionally();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> unwrapped(running))
                .withMessage("the search service was closed");
        int evaluated = rows.get();
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(rows).hasValue(evaluated);
    }

    @Test
    void afterClosingASearchIsCancelledAtOnce() {
        SearchService service = new SearchService(ProgressListener.SILENT);
        service.close();

        CompletableFuture<Findings> late = service.submit(spec(Searches.small(Method.ELLIPTICAL_SLICE)));

        assertThat(late).failsWithin(Duration.ofSeconds(10));
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> unwrapped(late));
    }

    @Test
    void closingTwiceIsFine() {
        SearchService service = new SearchService(ProgressListener.SILENT);
        service.close();
        service.close();
    }

    @Test
    void anInterruptedRunEndsItsSearch() throws InterruptedException {
        // given
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> stillInterrupted = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        Thread runner = new Thread(() -> {
            try {
                Search.of(counting, latents)
                        .target(HighConfidence.of(0))
                        .sampling(endless())
                        .run();
            } catch (RuntimeException e) {
                thrown.set(e);
                stillInterrupted.set(Thread.currentThread().isInterrupted());
            }
            over.countDown();
        });
        runner.start();
        awaitRows(1000);

        // when
        runner.interrupt();

        // then
        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class).hasMessage("the search was interrupted");
        assertThat(stillInterrupted.get()).isTrue();
        int evaluated = rows.get();
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(rows).hasValue(evaluated);
    }

    @Test
    void progressIsToldInTheOrderOfThePhases() {
        // given
        List<Progress> told = Collections.synchronizedList(new ArrayList<>());
        Classifier slow = TestModels.rows("slow", z -> {
            rows.incrementAndGet();
            long until = System.nanoTime() + 100_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return new float[] {4 * z[0], 0};
        });

        // when
        Search.of(slow, latents)
                .target(HighConfidence.of(0))
                .sampling(
                        Searches.small(Method.ELLIPTICAL_SLICE).withPilot(1000).withDraws(300))
                .progress(told::add)
                .run();

        // then
        assertThat(told.get(0).phase()).isEqualTo(Phase.PILOT);
        assertThat(told.get(told.size() - 1).phase()).isEqualTo(Phase.SUMMARY);
        assertThat(told).extracting(Progress::phase).isSorted().contains(Phase.SAMPLING);
        assertThat(told).extracting(Progress::elapsed).isSorted();
        assertThat(told).allSatisfy(progress -> {
            assertThat(progress.search()).isEqualTo("confident in 0 in slow on latents");
            assertThat(progress.done()).isBetween(0L, progress.total());
        });
    }

    @Test
    void aListenerThatThrowsFailsTheSearchRatherThanHangIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Search.of(counting, latents)
                        .target(HighConfidence.of(0))
                        .sampling(Searches.small(Method.ELLIPTICAL_SLICE))
                        .progress(progress -> {
                            if (progress.phase() == Phase.SUMMARY) {
                                throw new IllegalStateException("deaf");
                            }
                        })
                        .run())
                .withMessage("deaf");
    }

    @Test
    void classesAreCountedByTrying() {
        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            assertThat(service.classes(counting, latents)).isEqualTo(2);
        }
    }

    @Test
    void withoutATargetThereIsNothingToRun() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Search.of(counting, latents).run())
                .withMessageContaining("no target");
    }

    private void awaitRows(int count) throws InterruptedException {
        while (rows.get() < count) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static Findings unwrapped(CompletableFuture<Findings> future) throws Throwable {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
