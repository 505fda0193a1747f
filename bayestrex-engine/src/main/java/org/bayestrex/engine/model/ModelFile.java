/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.bayestrex.engine.file.Sha256;

/** A file that a model was loaded from, known by the hash of what was loaded. */
final class ModelFile {

    private final Path path;
    private final String sha256;

    private ModelFile(Path path, String sha256) {
        this.path = path;
        this.sha256 = sha256;
    }

    /** A model, and the file that it is from. */
    record Loaded<M>(ModelFile file, M model) {}

    /**
     * Loads a model and makes sure that the hash is that of what was loaded: the library reads the file on its own, so it is
     * hashed before and after.
     *
     * @param loader reads the file
     * @throws ModelException when there is no such file, or it changes on the way
     */
    static <M extends AutoCloseable> Loaded<M> load(Path path, Supplier<M> loader) {
        if (!Files.isRegularFile(path)) {
            throw new ModelException("There is no model file " + path + " (looked for " + path.toAbsolutePath() + ")");
        }
        ModelFile file = new ModelFile(path.toAbsolutePath(), hash(path));
        M model = loader.get();
        try {
            if (!hash(path).equals(file.sha256)) {
                throw new ModelException("The model file " + path
                        + " was written while it was being loaded. Let whoever writes it finish, and run again");
            }
        } catch (ModelException e) {
            closeQuietly(model, e);
            throw e;
        }
        return new Loaded<>(file, model);
    }

    private static void closeQuietly(AutoCloseable model, ModelException cause) {
        try {
            model.close();
        } catch (Exception e) {
            cause.addSuppressed(e);
        }
    }

    /** Of what was loaded, in hexadecimal digits. */
    String sha256() {
        return sha256;
    }

    /**
     * Looks at the file again.
     *
     * @throws ModelException when it is not what was loaded
     */
    void requireUnchanged() {
        String now = Files.exists(path) ? hash(path) : "gone";
        if (!now.equals(sha256)) {
            throw new ModelException(
                    ("The model file %s has changed since it was loaded (SHA-256 %s then, %s now). What was "
                                    + "found belongs to the file as it was: keep models still while tests run, and run again")
                            .formatted(path, sha256, now));
        }
    }

    private static String hash(Path path) {
        try {
            return Sha256.of(path);
        } catch (IOException e) {
            throw new ModelException("The model file " + path + " could not be read: " + e, e);
        }
    }
}
