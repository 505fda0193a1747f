/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.bayestrex.engine.checkpoint.JournalKey;

/** A process that writes and reads entries of known contents. */
final class Writers {

    static final int KEYS = 4;
    static final long ROOMY = 1L << 30;

    private Writers() {}

    static JournalKey key(int number) {
        return JournalKey.of(Map.of("seed", String.valueOf(number)));
    }

    /** Of other contents each time, so that halves of two don't fit together. */
    static Entry entry(int number, long contents) {
        byte[] binary = new byte[300_000];
        new Random(contents).nextBytes(binary);
        JsonObject json = new JsonObject();
        json.addProperty("contents", contents);
        return new Entry(key(number), json, binary);
    }

    /**
     * Starts a process.
     *
     * @param mostBytes that the directory may hold
     */
    static Process start(Path directory, int rounds, long mostBytes) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writers.class.getName(),
                        directory.toString(),
                        String.valueOf(rounds),
                        String.valueOf(mostBytes))
                .redirectErrorStream(true)
                .start();
    }

    /**
     * Writes all entries again and again, says "round" at the first, and reads them in between; fails when one is not whole.
     * Where there is little room, entries grow old at once, so that whoever writes next deletes them.
     */
    public static void main(String[] arguments) throws IOException {
        EntryFiles files = new EntryFiles(Path.of(arguments[0]), Long.parseLong(arguments[2]));
        int rounds = Integer.parseInt(arguments[1]);
        for (int round = 0; round < rounds; round++) {
            for (int number = 0; number < KEYS; number++) {
                files.write(entry(number, System.nanoTime()));
                if (files.mostBytes() < ROOMY) {
                    age(files.file(key(number)));
                }
                files.read(key((number + round) % KEYS));
            }
            if (round == 0) {
                System.out.println("round");
            }
        }
    }

    private static void age(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        } catch (NoSuchFileException e) {
            // the other process has deleted it
        }
    }
}
