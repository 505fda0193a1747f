/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write into one directory, and one that is killed while it does. */
@Timeout(120)
class SharedDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void twoProcessesAtOnceReadAndWriteWholeEntries() throws IOException, InterruptedException {
        // when
        List<Process> processes =
                List.of(Writers.start(directory, 40, Writers.ROOMY), Writers.start(directory, 40, Writers.ROOMY));
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            // then
            assertThat(process.waitFor()).as(output).isZero();
        }
        for (int number = 0; number < Writers.KEYS; number++) {
            assertWhole(number);
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(Writers.KEYS);
        }
    }

    @Test
    void twoProcessesThatDeleteEachOthersEntriesReadWholeOnesOrNone() throws IOException, InterruptedException {
        // when: there is room for one of four
        List<Process> processes = List.of(Writers.start(directory, 40, 350_000), Writers.start(directory, 40, 350_000));

        // then
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .hasSizeBetween(1, 2)
                    .allMatch(file -> file.toString().endsWith(".findings"));
        }
    }

    @RepeatedTest(3)
    void aProcessThatIsKilledWhileItWritesLeavesWholeEntries(RepetitionInfo repetition)
            throws IOException, InterruptedException {
        // given
        Process process = Writers.start(directory, Integer.MAX_VALUE, Writers.ROOMY);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("round");
        }
        TimeUnit.MILLISECONDS.sleep(17L * repetition.getCurrentRepetition());

        // when
        process.destroyForcibly().waitFor();

        // then
        for (int number = 0; number < Writers.KEYS; number++) {
            assertWhole(number);
        }
    }

    private void assertWhole(int number) throws IOException {
        Entry entry = new EntryFiles(directory, Writers.ROOMY)
                .read(Writers.key(number))
                .orElseThrow();
        long contents = entry.json().get("contents").getAsLong();
        assertThat(entry.binary()).isEqualTo(Writers.entry(number, contents).binary());
    }
}
