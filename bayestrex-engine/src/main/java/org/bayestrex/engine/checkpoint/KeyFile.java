/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bayestrex.engine.file.AtomicFile;

/** What a journal belongs to, in clear: {@code key.json} in its directory, which only people and messages read. */
final class KeyFile {

    private static final String NAME = "key.json";

    private KeyFile() {}

    /** Writes the key, if a journal has none yet. */
    static void write(Path journal, JournalKey key) throws IOException {
        Path file = journal.resolve(NAME);
        if (Files.exists(file)) {
            return;
        }
        JsonObject parts = new JsonObject();
        key.parts().forEach(parts::addProperty);
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SegmentJson.SCHEMA_VERSION);
        json.add("parts", parts);
        String text = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(json);
        AtomicFile.write(file, text + "\n");
    }

    /** Among the journals of a directory, the key that differs from the given one in the fewest parts, and in some. */
    static Optional<JournalKey> nearest(Path directory, JournalKey key) throws IOException {
        List<JournalKey> others = new ArrayList<>();
        try (Stream<Path> journals = Files.list(directory)) {
            for (Path file : journals.map(journal -> journal.resolve(NAME)).toList()) {
                read(file).ifPresent(others::add);
            }
        }
        return others.stream()
                .filter(other -> !other.equals(key))
                .min(Comparator.comparingInt(other -> key.differences(other).size()));
    }

    private static Optional<JournalKey> read(Path file) {
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            Map<String, String> parts = new TreeMap<>();
            json.getAsJsonObject("parts")
                    .entrySet()
                    .forEach(part -> parts.put(part.getKey(), part.getValue().getAsString()));
            return Optional.of(JournalKey.of(parts));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // of some other kind: no journal that one could speak of
        }
    }
}
