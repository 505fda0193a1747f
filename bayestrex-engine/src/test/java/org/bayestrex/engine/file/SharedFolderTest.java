/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One writer at a time. */
@Timeout(60)
class SharedFolderTest {

    @TempDir
    Path directory;

    @Test
    void threadsOfOneProcessTakeTurns() throws Exception {
        // given: a count that is read and written, which loses counts unless they take turns
        Path count = directory.resolve("count");
        Files.writeString(count, "0");
        SharedFolder folder = new SharedFolder(directory);
        // when
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            done.add(threads.submit(() -> {
                for (int k = 0; k < 10; k++) {
                    folder.exclusively(() ->
                            AtomicFile.write(count, String.valueOf(Integer.parseInt(Files.readString(count)) + 1)));
                }
                return null;
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        threads.shutdown();
        // then
        assertThat(count).hasContent("40");
    }

    @Test
    void whatAKilledWriterLeftIsRemovedByTheNextOne() throws IOException {
        Files.writeString(directory.resolve("half.json.tmp"), "{");

        new SharedFolder(directory).exclusively(() -> {});

        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aLockThatIsHeldIsNotTaken() throws IOException {
        Path file = directory.resolve("lock");
        try (DirectoryLock held = DirectoryLock.tryLock(file).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(DirectoryLock.await(file, Duration.ofMillis(100))).isEmpty();
        }
        assertThat(DirectoryLock.tryLock(file)).isPresent();
    }
}
