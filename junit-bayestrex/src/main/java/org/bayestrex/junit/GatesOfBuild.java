/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bayestrex.engine.file.AtomicFile;
import org.bayestrex.engine.file.DirectoryLock;
import org.bayestrex.engine.rate.GateFamily;
import org.bayestrex.engine.search.StoredGates;

/**
 * The gates of all processes of a build, which share its output folder: each adds its own to those of the processes that
 * were over before. Surefire may fork several, and lets one of them begin a run of JUnit for each class.
 *
 * @param folder of the output
 * @param build whose they are
 */
record GatesOfBuild(Path folder, Build build) {

    private static final System.Logger LOGGER = System.getLogger(GatesOfBuild.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String FILE = "gates-of-build.json";
    private static final String LOCK = ".gates.lock";

    /**
     * Adds gates, and does something with all that there are by now while no other process does; where the folder cannot be
     * used, with those gates alone.
     */
    void add(List<GateFamily.Member> members, Consumer<List<GateFamily.Member>> use) {
        StoredGates own = new StoredGates(build.name(), members);
        Optional<DirectoryLock> lock = Optional.empty();
        StoredGates all = own;
        try {
            Files.createDirectories(folder);
            lock = DirectoryLock.await(folder.resolve(LOCK), PATIENCE);
            all = own.after(stored());
            AtomicFile.write(folder.resolve(FILE), all.toJson());
        } catch (IOException e) {
            LOGGER.log(
                    Level.WARNING,
                    "The gates of this process are judged without those of others, for " + folder + " cannot be used",
                    e);
        }
        try {
            use.accept(all.members());
        } finally {
            lock.ifPresent(GatesOfBuild::free);
        }
    }

    private StoredGates stored() throws IOException {
        Path file = folder.resolve(FILE);
        StoredGates none = new StoredGates(build.name(), List.of());
        try {
            return Files.exists(file) ? StoredGates.read(Files.readString(file)) : none;
        } catch (IllegalArgumentException damaged) {
            LOGGER.log(Level.WARNING, "The gates in " + file + " are left out, for " + damaged.getMessage());
            return none;
        }
    }

    private static void free(DirectoryLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "A lock is freed when the process ends", e);
        }
    }
}
