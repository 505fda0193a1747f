/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes files that are there as a whole or not at all, whenever the process is killed or the power fails. */
public final class AtomicFile {

    private static final String TEMPORARY = ".tmp";

    private static final int BUFFER = 1 << 16;

    /** Nobody takes so long to write a file; a clock that was set wrong costs a file at worst. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private AtomicFile() {}

    /**
     * Writes a text as UTF-8.
     *
     * @throws IOException when the folder is not there, cannot be written or is full; what was there before stays
     */
    public static Path write(Path file, String text) throws IOException {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes; two processes that write one file at once need a {@link DirectoryLock}.
     *
     * @throws IOException as above
     */
    public static Path write(Path file, byte[] content) throws IOException {
        return write(file.resolveSibling(file.getFileName() + TEMPORARY), file, content);
    }

    /**
     * Writes bytes where others may be writing the same file and nobody locks: each writer has a temporary file of its own, the
     * last one wins, and a reader sees one or the other.
     *
     * @throws IOException as above
     */
    public static Path writeUnlocked(Path file, byte[] content) throws IOException {
        return write(file.resolveSibling(file.getFileName() + "-" + UUID.randomUUID() + TEMPORARY), file, content);
    }

    /** What is to be written, by whoever knows how: contents that are too large to be held as a whole. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; closes nothing. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Writes a large content, piece by piece.
     *
     * @throws IOException as above, and what the content throws
     */
    public static Path write(Path file, Content content) throws IOException {
        return write(file.resolveSibling(file.getFileName() + TEMPORARY), file, content);
    }

    private static Path write(Path temporary, Path file, byte[] content) throws IOException {
        return write(temporary, file, out -> out.write(content));
    }

    private static Path write(Path temporary, Path file, Content content) throws IOException {
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                content.to(out);
                out.flush();
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            deleteQuietly(temporary, e); // a disk that is full has its room back
            throw e;
        }
        forceDirectory(file.resolveSibling(""));
        return file;
    }

    /**
     * Deletes what a killed process was writing; to be called by whoever keeps others out of the directory.
     *
     * @throws IOException when the directory is not there or cannot be written
     */
    public static void deleteTemporaries(Path directory) throws IOException {
        for (Path file : temporaries(directory)) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Deletes what a process was writing that has been killed more than an hour ago, where nobody locks.
     *
     * @throws IOException when the directory is not there or cannot be written
     */
    public static void deleteAbandoned(Path directory) throws IOException {
        Instant latest = Instant.now().minus(ABANDONED);
        for (Path file : temporaries(directory)) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException e) {
                // its writer was quicker
            }
        }
    }

    private static List<Path> temporaries(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(TEMPORARY)).toList();
        }
    }

    private static void deleteQuietly(Path file, Exception cause) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The new name is on disk too then; Windows has no such thing, and needs none. */
    private static void forceDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not to be had here: after a power failure the last file may be missing, which is no harm
        }
    }
}
