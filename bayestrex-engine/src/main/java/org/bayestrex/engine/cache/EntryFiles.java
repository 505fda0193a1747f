/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.bayestrex.engine.checkpoint.JournalKey;

/**
 * The entries of a cache, a file each. No locks: a writer makes a file of its own and gives it the entry's name when it is
 * whole, so that of two builds the later one wins, with equal contents, and a reader sees one or the other.
 *
 * @param directory made when the first entry is written
 */
public record EntryFiles(Path directory) {

    private static final String TEMPORARY = ".tmp";

    /** No build takes so long to write an entry; a clock that was set wrong costs an entry at worst. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** The file of a key, whether or not it is there. */
    public Path file(JournalKey key) {
        return directory.resolve(key.hash() + ".findings");
    }

    /**
     * Reads an entry.
     *
     * @return empty where there is none
     * @throws IOException when there is one, but it cannot be read, is damaged, of another version or of another key
     */
    public Optional<Entry> read(JournalKey key) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file(key));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (OutOfMemoryError e) { // a file of more than 2 GB is none of ours
            throw new IOException("it is too large", e);
        }
        Entry entry = EntryFormat.read(bytes);
        if (!entry.key().equals(key)) {
            throw new IOException("it belongs to another search, which differs in " + key.differences(entry.key()));
        }
        return Optional.of(entry);
    }

    /**
     * Writes an entry; it is on disk when this returns.
     *
     * @throws IOException when it cannot be; then nothing of it is left, and an entry that was there stays
     */
    public void write(Entry entry) throws IOException {
        byte[] bytes = EntryFormat.write(entry);
        Files.createDirectories(directory);
        deleteAbandoned();
        Path temporary = Files.createTempFile(directory, entry.key().hash() + "-", TEMPORARY);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(
                    temporary, file(entry.key()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(temporary); // a disk that is full has its room back
            } catch (IOException also) {
                e.addSuppressed(also);
            }
            throw e;
        }
    }

    /** What killed processes were writing. */
    private void deleteAbandoned() throws IOException {
        Instant latest = Instant.now().minus(ABANDONED);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(TEMPORARY)).toList()) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException e) {
                    // its writer was quicker
                }
            }
        }
    }
}
