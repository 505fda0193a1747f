/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;

/** A model that is not safe for threads is never called by two at once, whoever searches it. */
class SharedModelTest {

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** As slow as a network, so that two that are let in meet. */
    private <T> T alone(T answer) {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inside.decrementAndGet();
        return answer;
    }

    private final Classifier classifier = TestModels.rows("fragile", z -> alone(new float[] {4 * z[0], 0}));
    private final DataDistribution points = TestModels.latents(2);

    private Search search(Classifier model, int seed) {
        return Search.of(model, points)
                .target(HighConfidence.of(0))
                .sampling(Searches.small(Method.ELLIPTICAL_SLICE)
                        .withPilot(100)
                        .withDraws(4)
                        .withWarmup(1))
                .seed(seed);
    }

    @Test
    void searchesOfOneServiceCallItFromOneThread() {
        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            List<CompletableFuture<Findings>> running = new ArrayList<>();
            for (int seed = 0; seed < 3; seed++) {
                running.add(service.submit(search(classifier, seed).spec()));
            }
            service.classes(classifier, points);
            running.forEach(CompletableFuture::join);
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void searchesOnTheirOwnQueueForIt() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Findings> found = new ArrayList<>();
        Classifier[] same = {classifier, classifier.withTemperature(2), classifier.withBatchLimit(50)};
        for (Classifier model : same) {
            Thread thread = new Thread(() -> {
                Findings findings = search(model, 7).run();
                synchronized (found) {
                    found.add(findings);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(found).hasSize(3);
        assertThat(most).hasValue(1);
    }
}
