/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.bayestrex.engine.file.AtomicFile;
import org.bayestrex.engine.file.SafeName;
import org.bayestrex.engine.file.SharedFolder;

/**
 * The baselines of a project: one JSON file for each search test, in a folder of the repository.
 *
 * @param directory made when a baseline is first written
 */
public record Baselines(Path directory) {

    /** The file of a test's baseline, whatever the test is called. */
    public Path file(String test) {
        return directory.resolve(SafeName.unique(test) + ".json");
    }

    /**
     * Writes a baseline in place of the one before. Any number of builds may do so at once.
     *
     * @return its file
     * @throws BaselineException when the folder cannot be written; what was there before stays
     */
    public Path write(Baseline baseline) {
        Path file = file(baseline.test());
        try {
            new SharedFolder(directory).exclusively(() -> AtomicFile.write(file, BaselineJson.write(baseline)));
            return file;
        } catch (IOException e) {
            throw new BaselineException(
                    "The baseline of %s cannot be written to %s (%s). Make room there and let the folder be written, or name another one with bayestrex.baseline.dir"
                            .formatted(baseline.test(), file, e),
                    e);
        }
    }

    /**
     * The baseline of a test; empty where there is none.
     *
     * @throws BaselineException when its file cannot be read
     */
    public Optional<Baseline> find(String test) {
        Path file = file(test);
        try {
            return Optional.of(BaselineJson.read(Files.readString(file)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw new BaselineException(
                    "The baseline %s cannot be read: %s. Take it from version control again, or write a new one"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
