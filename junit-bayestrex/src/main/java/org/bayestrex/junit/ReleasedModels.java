/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bayestrex.engine.file.Sha256;

/** Finds the file of an earlier release by its contents, whatever it is called. */
final class ReleasedModels {

    private ReleasedModels() {}

    /**
     * The file of that hash.
     *
     * @param folder is looked at, without its subfolders
     */
    static Optional<Path> find(Path folder, String sha256) {
        if (!Files.isDirectory(folder)) {
            throw Misuse.malformed(Settings.BASELINE_MODELS, folder.toString(), "a folder of model files");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .filter(file -> sha256(file).equals(sha256))
                    .findFirst()
                    .map(Path::toAbsolutePath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
