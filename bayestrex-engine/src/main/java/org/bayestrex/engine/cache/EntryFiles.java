/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.bayestrex.engine.checkpoint.JournalKey;
import org.bayestrex.engine.file.AtomicFile;

/**
 * The entries of a cache, a file each. No locks: a writer makes a file of its own and gives it the entry's name when it is
 * whole, so that of two builds the later one wins, with equal contents, and a reader sees one or the other.
 *
 * @param directory made when the first entry is written
 * @param mostBytes that entries may take together; above, those that were used longest ago are deleted
 */
public record EntryFiles(Path directory, long mostBytes) {

    private static final String SUFFIX = ".findings";

    /** The file of a key, whether or not it is there. */
    public Path file(JournalKey key) {
        return directory.resolve(key.hash() + SUFFIX);
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
        Room.use(file(key));
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
        AtomicFile.deleteAbandoned(directory);
        AtomicFile.writeUnlocked(file(entry.key()), bytes);
        new Room(mostBytes, SUFFIX).make(directory);
    }
}
