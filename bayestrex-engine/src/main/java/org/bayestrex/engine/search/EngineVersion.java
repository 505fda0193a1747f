/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
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
import org.bayestrex.engine.file.Sha256;

/** Which engine this is, for whatever is stored. */
public final class EngineVersion {

    private EngineVersion() {}

    /** The jar's version; the module's name, or nothing, where classes are in no jar. */
    public static String get() {
        String manifest = EngineVersion.class.getPackage().getImplementationVersion();
        ModuleDescriptor module = EngineVersion.class.getModule().getDescriptor();
        String fallback = module == null ? "" : module.toNameAndVersion();
        return Objects.requireNonNullElse(manifest, fallback);
    }

    /**
     * "0.1.0, code 3f0a...": the version, and a hash of the class files in the jar or the folder, which a version in development
     * does not tell apart; "code unknown" where they cannot be read.
     */
    static String withCode() {
        CodeSource source = EngineVersion.class.getProtectionDomain().getCodeSource();
        String code;
        try {
            code = source == null ? "unknown" : hash(source.getLocation().toURI());
        } catch (IOException | URISyntaxException | FileSystemNotFoundException | IllegalArgumentException e) {
            code = "unknown";
        }
        return get() + ", code " + code;
    }

    private static String hash(URI location) throws IOException {
        Path root = Path.of(location);
        MessageDigest digest = Sha256.digest();
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
