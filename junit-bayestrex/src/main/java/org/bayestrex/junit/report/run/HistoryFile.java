/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.bayestrex.engine.file.AtomicFile;
import org.bayestrex.engine.file.DirectoryLock;
import org.bayestrex.engine.json.MalformedJsonException;

/**
 * {@code history.json}: the last runs, on disk.
 *
 * @param folder where it is
 */
record HistoryFile(Path folder) {

    private static final System.Logger LOGGER = System.getLogger(HistoryFile.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Adds a run.
     *
     * @return the history without it
     * @throws IOException when the file cannot be written
     */
    History add(PastRun run) throws IOException {
        Files.createDirectories(folder);
        // Builds that share the folder take turns; one that waits in vain writes all the same, as a whole file.
        Optional<DirectoryLock> lock = DirectoryLock.await(folder.resolve(".lock"), PATIENCE);
        try {
            History history = read();
            AtomicFile.writeUnlocked(
                    file(), history.with(run).toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return history.before(run.id());
        } finally {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    /** A file that cannot be understood is put aside: a trend is not worth a failed build. */
    private History read() throws IOException {
        if (!Files.exists(file())) {
            return History.NONE;
        }
        try {
            return History.read(Files.readString(file()));
        } catch (MalformedJsonException e) {
            Path aside = file().resolveSibling("history.json.damaged");
            Files.move(file(), aside, StandardCopyOption.REPLACE_EXISTING);
            LOGGER.log(
                    Level.WARNING,
                    "The history of runs begins anew, for %s cannot be read (%s); it is kept as %s"
                            .formatted(file(), e.getMessage(), aside));
            return History.NONE;
        }
    }

    private Path file() {
        return folder.resolve("history.json");
    }
}
