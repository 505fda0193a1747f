/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Finds the files that annotations name; resources inside a jar are copied out, once, and deleted at the end. */
final class ModelFiles implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(ModelFiles.class.getName());
    private static final String CLASSPATH = "classpath:";
    private static final Pattern PARAMETER = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, Path> extracted = new HashMap<>();

    /**
     * Finds a model's file.
     *
     * @param value what the annotation says: a path or a resource, with configuration parameters in it
     * @param attribute the annotation and attribute, for messages
     * @param place where the annotation stands
     */
    Path find(String value, String attribute, Place place) {
        String resolved = substitute(value, attribute, place);
        if (resolved.startsWith(CLASSPATH)) {
            return resource(resolved.substring(CLASSPATH.length()), attribute, place);
        }
        Path file;
        try {
            file = Path.of(resolved);
        } catch (InvalidPathException invalid) {
            throw Misuse.malformedPath(attribute, place.where(), invalid);
        }
        return existing(file, attribute, place);
    }

    /**
     * Finds a folder.
     *
     * @param value what the annotation says: a path, with configuration parameters in it
     */
    Path folder(String value, String attribute, Place place) {
        String resolved = substitute(value, attribute, place);
        try {
            Path folder = Path.of(resolved);
            if (!Files.isDirectory(folder)) {
                throw Misuse.missingFolder(attribute, place.where(), folder);
            }
            return folder.toRealPath();
        } catch (InvalidPathException invalid) {
            throw Misuse.malformedPath(attribute, place.where(), invalid);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Finds the file beside a model's that has the same name but for its extension. */
    Path beside(String value, String extension, String attribute, Place place) {
        String model = substitute(value, attribute, place);
        return find(model.replaceFirst("\\.[^./]*$", "") + extension, attribute, place);
    }

    /** The same, where there is such a file. */
    Optional<Path> besideIfAny(String value, String extension, String attribute, Place place) {
        try {
            return Optional.of(beside(value, extension, attribute, place));
        } catch (ExtensionConfigurationException none) {
            return Optional.empty();
        }
    }

    /**
     * Whether there is such a file; of a resource it is taken for granted.
     *
     * @param value as for {@link #find}
     */
    boolean exists(String value, String attribute, Place place) {
        String resolved = substitute(value, attribute, place);
        try {
            return resolved.startsWith(CLASSPATH) || Files.exists(Path.of(resolved));
        } catch (InvalidPathException invalid) {
            throw Misuse.malformedPath(attribute, place.where(), invalid);
        }
    }

    private static String substitute(String value, String attribute, Place place) {
        Matcher matcher = PARAMETER.matcher(value);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(place.settings()
                .text(match.group(1))
                .orElseThrow(() -> Misuse.unresolved(attribute, place.where(), match.group(1)))));
    }

    /** One path per file, however it is written: it is the key under which a model is shared. */
    private static Path existing(Path file, String attribute, Place place) {
        if (!Files.isRegularFile(file)) {
            throw Misuse.missingFile(attribute, place.where(), file);
        }
        try {
            return file.toRealPath();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path resource(String name, String attribute, Place place) {
        String absolute = name.startsWith("/") ? name.substring(1) : name;
        URL url = place.loader().getResource(absolute);
        if (url == null) {
            throw Misuse.missingResource(attribute, place.where(), absolute);
        }
        if (url.getProtocol().equals("file")) {
            try {
                return existing(Path.of(url.toURI()), attribute, place);
            } catch (URISyntaxException malformed) {
                throw Misuse.malformedPath(attribute, place.where(), malformed);
            }
        }
        return extract(url);
    }

    private synchronized Path extract(URL url) {
        return extracted.computeIfAbsent(url.toExternalForm(), key -> {
            try (InputStream from = url.openStream()) {
                Path directory = Files.createTempDirectory("bayestrex");
                String path = url.getPath();
                Path file = directory.resolve(path.substring(path.lastIndexOf('/') + 1));
                Files.copy(from, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException failed) {
                throw new UncheckedIOException("Cannot copy the model out of " + key, failed);
            }
        });
    }

    @Override
    public synchronized void close() {
        for (Path file : extracted.values()) {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(file.getParent());
            } catch (IOException inUse) {
                // Windows locks a mapped file until the process ends; it stays in the temporary folder
                LOGGER.log(System.Logger.Level.DEBUG, "Left in place: " + file, inUse);
            }
        }
        extracted.clear();
    }

    /**
     * Where an annotation stands, and what is needed to read it.
     *
     * @param where class or method, for messages
     * @param loader of the test class, for resources
     * @param settings configuration parameters
     */
    record Place(String where, ClassLoader loader, Settings settings) {}
}
