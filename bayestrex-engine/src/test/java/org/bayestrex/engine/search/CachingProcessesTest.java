/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real builds: two on one cache, and one on a disk that is full. */
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
class CachingProcessesTest {

    @TempDir
    Path directory;

    private static String outputOf(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Stream<String> draws(String output) {
        return output.lines()
                .filter(line -> line.startsWith("draws"))
                .distinct()
                .sorted();
    }

    @Test
    void twoBuildsAtOnceFindTheSameWithoutAWarning() throws IOException, InterruptedException {
        // when
        List<Process> builds =
                List.of(CachingProcess.start("exec", directory, 5), CachingProcess.start("exec", directory, 5));
        String one = outputOf(builds.get(0));
        String other = outputOf(builds.get(1));

        // then
        assertThat(one + other).doesNotContain("warning");
        assertThat(draws(one)).hasSize(2).containsExactlyElementsOf(draws(other).toList());
        assertThat(one).containsPattern("from the cache: (8|9|10)");
        assertThat(outputOf(CachingProcess.start("exec", directory, 1))).contains("from the cache: 2");
    }

    /** No file may be longer than a few kilobytes: what the system says to a write then is an error, as of a full disk. */
    @Test
    void aFullDiskCostsAWarningAndLeavesNothing() throws IOException, InterruptedException {
        // when
        String full = outputOf(CachingProcess.start("ulimit -f 8 && exec", directory, 1));

        // then
        assertThat(full.lines().filter(line -> line.startsWith("warning")))
                .singleElement()
                .asString()
                .contains("The cache " + directory + " cannot be written (")
                .contains("Findings are as good, but the next run will search again");
        assertThat(directory).isEmptyDirectory();
        String again = outputOf(CachingProcess.start("exec", directory, 1));
        assertThat(again).doesNotContain("warning").contains("from the cache: 0");
        assertThat(draws(again)).containsExactlyElementsOf(draws(full).toList());
    }
}
