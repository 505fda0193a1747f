/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much a directory may hold: the files that were used longest ago go first. When a file was used is the time of its last
 * change, which who reads it sets; no process needs to know of another one.
 *
 * @param bytes that all files of the suffix may take
 * @param suffix of the files that count
 */
record Room(long bytes, String suffix) {

    /** Whoever used a file so lately may use it again before its build is over: such files stay, whatever their size. */
    private static final Duration IN_USE = Duration.ofHours(1);

    private record Used(Path file, long size, Instant at) {}

    Room {
        if (bytes <= 0) {
            throw new IllegalArgumentException("A cache of " + bytes + " bytes holds nothing");
        }
    }

    /** Notes that a file is used now; where it may not be written, it is as old as it was. */
    static void use(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // a directory that is only read: whoever writes it decides
        }
    }

    /**
     * Deletes what there is no room for.
     *
     * @throws IOException when the directory cannot be listed
     */
    void make(Path directory) throws IOException {
        List<Used> files = files(directory);
        long taken = files.stream().mapToLong(Used::size).sum();
        Instant recent = Instant.now().minus(IN_USE);
        files.sort(Comparator.comparing(Used::at).thenComparing(Used::file));
        for (Used each : files) {
            if (taken <= bytes || !each.at().isBefore(recent)) {
                return;
            }
            if (delete(each)) {
                taken -= each.size();
            }
        }
    }

    private List<Used> files(Path directory) throws IOException {
        List<Used> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                if (file.toString().endsWith(suffix)) {
                    add(files, file);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    private static void add(List<Used> files, Path file) {
        try {
            files.add(new Used(
                    file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException e) {
            // another process has deleted it
        }
    }

    /** Whether it is gone; not where somebody has used it since, or the system keeps what somebody has open. */
    private static boolean delete(Used file) {
        try {
            if (Files.getLastModifiedTime(file.file()).toInstant().isAfter(file.at())) {
                return false;
            }
            Files.delete(file.file());
            return true;
        } catch (IOException e) {
            return Files.notExists(file.file());
        }
    }
}
