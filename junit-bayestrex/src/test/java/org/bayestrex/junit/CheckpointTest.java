/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A search test that was killed goes on where it was, and draws what it would have drawn. */
@Timeout(120)
class CheckpointTest {

    @TempDir
    Path directory;

    @BeforeEach
    void forget() {
        KilledTestRun.FOUND.clear();
        KilledTestRun.CALLS.set(0);
    }

    @Test
    void aTestProcessThatIsKilledIsResumed() throws IOException, InterruptedException {
        // given
        KilledTestRun.run("");
        int wholeSearch = KilledTestRun.CALLS.getAndSet(0);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint", // slow enough to be killed on the way
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTestRun.class.getName(),
                        directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (segments() < 2 && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }

        // when
        process.destroyForcibly().waitFor();
        long kept = segments();
        KilledTestRun.run(directory.toString());

        // then
        assertThat(kept).isGreaterThanOrEqualTo(2);
        assertThat(KilledTestRun.CALLS).hasValueLessThan(wholeSearch).hasValueGreaterThan(wholeSearch / 10);
        assertThat(bits(KilledTestRun.FOUND.get(1))).isEqualTo(bits(KilledTestRun.FOUND.get(0)));
        assertThat(KilledTestRun.FOUND.get(1).levelSetMass())
                .isEqualTo(KilledTestRun.FOUND.get(0).levelSetMass());
    }

    private long segments() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().matches(".*segment-\\d+\\.json"))
                    .count();
        } catch (IOException | UncheckedIOException e) {
            return 0; // a file that is gone by now
        }
    }

    private static List<List<Double>> bits(Findings findings) {
        return findings.samples().stream()
                .map(sample -> Arrays.stream(sample.latent()).boxed().toList())
                .toList();
    }

    @Test
    void anAnnotationKeepsThemBesideTheReports() {
        Jupiter.with("bayestrex.output.dir", directory.toString()).andRun(Kept.class);

        assertThat(directory.resolve("checkpoints")).isNotEmptyDirectory();
    }

    @Test
    void withoutEitherNothingIsKept() {
        Jupiter.with("bayestrex.output.dir", directory.toString()).andRun(KilledTestRun.LongTest.class);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatCannotBeUsedIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(Jupiter.with("bayestrex.checkpoint.dir", file.resolve("down").toString())
                        .andRun(Kept.class)
                        .failure())
                .contains("The search of CheckpointTest$Kept#search")
                .contains("The checkpoint " + file.resolve("down"))
                .contains("Give a directory on a local disk that can be written");
    }

    static class Kept {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @Sampling(checkpoint = true)
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }
}
