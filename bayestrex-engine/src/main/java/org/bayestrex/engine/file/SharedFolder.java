/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A folder that is kept in version control and written by any number of builds at once: one at a time, the others wait.
 *
 * @param directory made when it is first written
 */
public record SharedFolder(Path directory) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String LOCK = ".lock";
    private static final String IGNORE = ".gitignore";

    /** What is done while nobody else writes. */
    @FunctionalInterface
    public interface Writing {
        void write() throws IOException;
    }

    /**
     * Does something while nobody else writes, in this process or another one.
     *
     * @throws IOException when the folder cannot be made or written, or others write for longer than a minute
     */
    public void exclusively(Writing writing) throws IOException {
        Files.createDirectories(directory);
        DirectoryLock lock = DirectoryLock.await(directory.resolve(LOCK), PATIENCE)
                .orElseThrow(() -> new IOException("another build has been writing there for " + PATIENCE.toSeconds()
                        + " s, and holds " + directory.resolve(LOCK)));
        try {
            AtomicFile.deleteTemporaries(directory);
            Path ignore = directory.resolve(IGNORE);
            if (!Files.exists(ignore)) {
                AtomicFile.write(ignore, LOCK + "\n*.tmp\n");
            }
            writing.write();
        } finally {
            lock.close();
        }
    }
}
