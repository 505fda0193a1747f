/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Builds that write one corpus at once, and builds that end in the middle of it. */
@Timeout(240)
class CorpusProcessesTest {

    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path folder;

    private List<String> command(long seed, int tests) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.resolve("corpus").toString(),
                String.valueOf(seed),
                String.valueOf(tests));
    }

    private Process start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    /** Also where a test failed: none writes on into a folder that is gone. */
    @AfterEach
    void endsWhatItStarted() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    private static BufferedReader output(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private static void awaitLine(Process process, String expected) throws IOException {
        List<String> seen = new ArrayList<>();
        String line = output(process).readLine();
        while (line != null && !line.equals(expected)) {
            seen.add(line);
            line = output(process).readLine();
        }
        assertThat(line).as("after %s", seen).isEqualTo(expected);
    }

    @Test
    void twoBuildsAtOnceKeepWhatOneAfterTheOtherWould() throws IOException, InterruptedException {
        // given
        int tests = 15;
        // when: two builds find different inputs for the same tests
        Process one = start(command(1, tests));
        Process other = start(command(2, tests));
        awaitLine(one, "done");
        awaitLine(other, "done");
        // then: every file is whole, none is there twice, and no test has more than it may
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        List<CorpusFinding> findings = Corpus.open(folder.resolve("corpus")).findings();
        Map<String, List<CorpusFinding>> byTest = findings.stream().collect(Collectors.groupingBy(CorpusFinding::test));
        assertThat(byTest).hasSize(tests);
        assertThat(byTest.values()).allSatisfy(each -> assertThat(each).hasSizeBetween(2, 4));
        assertThat(findings.stream().map(CorpusFinding::id).distinct()).hasSameSizeAs(findings);
        assertThat(temporaries()).isEmpty();
    }

    @Test
    void aBuildThatIsKilledLeavesWholeFilesAndNoLock() throws IOException, InterruptedException {
        // given
        Process writer = start(command(1, 100_000));
        awaitLine(writer, "ready");
        while (!Files.isDirectory(folder.resolve("corpus")) || count(".json") < 20) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        // when
        writer.destroyForcibly().waitFor();
        // then: all that is there can be read, and the next build goes on
        Corpus corpus = Corpus.open(folder.resolve("corpus"));
        assertThat(corpus.findings()).hasSizeGreaterThanOrEqualTo(20);
        List<CorpusFinding> next =
                Kept.keep(corpus, "the next test", Kept.search(1).run(), 4);
        assertThat(next).isNotEmpty();
    }

    /** A limit on the size of files stops the superuser too, as a full disk does. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidAndLeavesNoHalves() throws IOException, InterruptedException {
        // given: pictures of 20,000 bytes where 8,192 fit
        List<String> command =
                new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f 8; trap '' XFSZ; exec \"$@\"", "bash"));
        command.addAll(command(1, 1));
        command.addAll(5, List.of("-XX:-UsePerfData"));
        // when
        Process writer = start(command);
        String said = output(writer).lines().collect(Collectors.joining("\n"));
        // then
        assertThat(writer.waitFor()).isNotZero();
        assertThat(said).contains("CorpusException: New findings of test 0 cannot be kept in the corpus");
        assertThat(Corpus.open(folder.resolve("corpus")).findings()).isEmpty();
        assertThat(temporaries()).isEmpty();
    }

    private List<Path> temporaries() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }

    /** 0 where one vanished while they were counted: another process is at work. */
    private long count(String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).count();
        } catch (UncheckedIOException vanished) {
            return 0;
        }
    }
}
