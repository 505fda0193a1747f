/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes loses what it had not flushed, and nothing else. */
@Timeout(60)
class KilledProcessTest {

    @TempDir
    Path directory;

    private final RememberingLogger logger = new RememberingLogger();

    @RepeatedTest(3)
    void whatWasFlushedIsThereAfterAKillAndTheLockIsFree() throws IOException, InterruptedException {
        // given
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writing.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("open");
        }
        Path third = directory.resolve(Writing.KEY.hash()).resolve("segment-000003.json");
        while (!Files.exists(third)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Writing.open(directory, logger))
                .withMessageContaining("in use by another search");

        // when
        writer.destroyForcibly().waitFor();

        // then
        try (FileJournal journal = Writing.open(directory, logger)) {
            long answers = journal.size();
            assertThat(answers).isGreaterThanOrEqualTo(300).matches(size -> size % Writing.PER_SEGMENT == 0);
            for (long i = 0; i < answers; i++) {
                assertThat(journal.recall(Writing.query("chain 0", i, true)))
                        .usingRecursiveComparison()
                        .isEqualTo(Writing.answer(i, true));
            }
            assertThat(directory.resolve(Writing.KEY.hash())).isDirectoryNotContaining("glob:**.tmp");
        }
        assertThat(logger.warnings).isEmpty();
    }
}
