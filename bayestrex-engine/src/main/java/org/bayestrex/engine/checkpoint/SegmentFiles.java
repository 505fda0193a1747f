/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bayestrex.engine.file.AtomicFile;

/** The segments of a journal, {@code segment-000001.json} and on. */
record SegmentFiles(Path directory) {

    private static final Pattern NAME = Pattern.compile("segment-(\\d{6,9})\\.json");

    private static String name(int number) {
        return "segment-%06d.json".formatted(number);
    }

    /** Numbers of the segments that are there, increasing. */
    int[] numbers() throws IOException {
        return names().stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .sorted()
                .toArray();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /** Deletes what a killed process was writing. */
    void deleteTemporaries() throws IOException {
        AtomicFile.deleteTemporaries(directory);
    }

    /**
     * Reads a segment.
     *
     * @throws IOException when it is not whole, or belongs elsewhere
     */
    Segment read(String key, int number) throws IOException {
        Segment segment = SegmentJson.read(Files.readString(directory.resolve(name(number))));
        if (segment.number() != number || !segment.key().equals(key)) {
            throw new IOException("it is segment " + segment.number() + " of the journal " + segment.key());
        }
        return segment;
    }

    void write(Segment segment) throws IOException {
        AtomicFile.write(directory.resolve(name(segment.number())), SegmentJson.write(segment));
    }
}
