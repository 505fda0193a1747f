/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A process that runs a long search test, to be killed; and the test. */
final class KilledTestRun {

    static final AtomicInteger CALLS = new AtomicInteger();
    static final List<Findings> FOUND = new ArrayList<>();

    private KilledTestRun() {}

    static Jupiter.Outcome run(String checkpoints) {
        Jupiter jupiter = checkpoints.isEmpty()
                ? Jupiter.with("bayestrex.seed", "3")
                : Jupiter.with("bayestrex.checkpoint.dir", checkpoints);
        return jupiter.and("bayestrex.seed", "3").andRun(LongTest.class);
    }

    public static void main(String[] arguments) {
        run(arguments[0]);
    }

    static class LongTest {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Classifier.of("counted", List.of(), inputs -> {
                    CALLS.incrementAndGet();
                    return Plane.classifier().logits(inputs);
                }))
                .dataDistribution(Plane.points())
                .sampling(Plane.THOROUGH)
                .build();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {
            FOUND.add(findings);
        }
    }
}
