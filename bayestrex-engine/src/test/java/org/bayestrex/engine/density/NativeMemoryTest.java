/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Native arrays are freed with their pass: the process stays as large as it is, however long it evaluates. */
@Tag("slow")
class NativeMemoryTest {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int ROWS = 8;
    private static final int ROUNDS = 4;
    /** Of all rounds together; a leak of one array of a pass would be more. */
    private static final long ALLOWED_KIB = 32 * 1024;

    @Test
    void residentMemoryStaysFlatOverManyPassesOfATinyModel() throws IOException {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            assertFlat(LatentClassifier.of(classifier, generator), 400_000, 100_000);
        }
    }

    @Test
    void residentMemoryStaysFlatOverPassesOfTheRealNetworks() throws IOException {
        try (Classifier classifier = TestModels.digitClassifier();
                DataDistribution digits = TestModels.digits()) {
            assertFlat(LatentClassifier.of(classifier, digits), 100_000, 10_000);
        }
    }

    private static void assertFlat(LatentClassifier model, int evaluations, int warmUp) throws IOException {
        assumeThat(STATUS).exists();
        GradientBatcher batcher = new GradientBatcher(model, ROWS);
        evaluate(batcher, model.latentSize(), warmUp);
        long smallestGrowth = Long.MAX_VALUE;
        long before = residentKib();
        for (int round = 0; round < ROUNDS; round++) {
            evaluate(batcher, model.latentSize(), evaluations / ROUNDS);
            long after = residentKib();
            smallestGrowth = Math.min(smallestGrowth, after - before);
            before = after;
        }

        // A leak grows in every round; a Java heap that takes more pages for itself does so in one.
        assertThat(smallestGrowth).isLessThan(ALLOWED_KIB / ROUNDS);
    }

    private static void evaluate(GradientBatcher batcher, int dimension, int count) {
        Posterior posterior = new Posterior(HighConfidence.of(1), .05);
        int[] answered = {0};
        for (int i = 0; i < count; i += ROWS) {
            for (int slot = 0; slot < ROWS; slot++) {
                double[] position = new double[dimension];
                position[0] = .1 * slot;
                position[1] = i % 7 * .1;
                batcher.submit(
                        new Request(slot, position, i / ROWS % 2 == 0, posterior, answer -> answered[0]++, failure -> {
                            throw failure;
                        }));
            }
            batcher.serve();
        }
        assertThat(answered[0]).isGreaterThanOrEqualTo(count);
    }

    private static long residentKib() throws IOException {
        System.gc(); // a heap that grew meanwhile is no leak
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
