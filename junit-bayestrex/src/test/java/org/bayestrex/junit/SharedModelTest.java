/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A model that is not safe for threads is never called by two at once, also where JUnit runs tests in parallel. */
class SharedModelTest {

    private static final AtomicInteger INSIDE = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();
    private static final AtomicInteger CALLS = new AtomicInteger();

    /** As slow as a network, so that two that are let in meet. */
    private static final Classifier FRAGILE = Classifier.of("fragile", List.of(), inputs -> {
        CALLS.incrementAndGet();
        MOST.accumulateAndGet(INSIDE.incrementAndGet(), Math::max);
        try {
            Thread.sleep(1);
            return Plane.classifier().logits(inputs);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            INSIDE.decrementAndGet();
        }
    });

    abstract static class Searching {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(FRAGILE)
                .dataDistribution(Plane.points())
                .sampling(Plane.QUICK.withDraws(10))
                .build();

        @HighConfidence
        void each(Findings findings) {}

        @Ambiguous(classes = {0, 1})
        void two(Findings findings) {}
    }

    static class One extends Searching {}

    static class Other extends Searching {}

    @Test
    void testsInParallelCallItOneAfterTheOther() {
        var outcome = Jupiter.with("junit.jupiter.execution.parallel.enabled", "true")
                .and("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .and("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .andRun(One.class, Other.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).hasSize(8);
        assertThat(CALLS).hasValueGreaterThan(50);
        assertThat(MOST).hasValue(1);
    }
}
