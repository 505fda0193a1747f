/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of keys, files and names. */
public final class Sha256 {

    private Sha256() {}

    /** A new digest. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Adds a text to what is hashed, its length before it, or "ab" and "c" would be "a" and "bc". */
    public static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    /**
     * The hash of a file's contents, 64 hexadecimal digits.
     *
     * @throws IOException when it cannot be read
     */
    public static String of(Path file) throws IOException {
        try (DigestInputStream contents = new DigestInputStream(Files.newInputStream(file), digest())) {
            contents.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(contents.getMessageDigest().digest());
        }
    }

    /** The hash of a text, 64 hexadecimal digits. */
    public static String of(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The first hexadecimal digits of a text's hash, 64 at most. */
    public static String of(String text, int digits) {
        return of(text).substring(0, digits);
    }
}
