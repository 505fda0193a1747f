/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What this engine is: its version, and a hash of its class files, which a version in development does not tell apart. */
final class EngineCode {

    private EngineCode() {}

    /** "0.1.0, code 3f0a...": of the jar that the engine is in, or of the folder. */
    static String identity() {
        String version =
                Objects.requireNonNullElse(EngineCode.class.getPackage().getImplementationVersion(), "no version");
        CodeSource source = EngineCode.class.getProtectionDomain().getCodeSource();
        try {
            return version + ", code "
                    + (source == null ? "unknown" : hash(source.getLocation().toURI()));
        } catch (IOException | URISyntaxException | FileSystemNotFoundException | IllegalArgumentException e) {
            return version + ", code unknown";
        }
    }

    private static String hash(URI location) throws IOException {
        Path root = Path.of(location);
        MessageDigest digest = RandomStreams.sha256();
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
