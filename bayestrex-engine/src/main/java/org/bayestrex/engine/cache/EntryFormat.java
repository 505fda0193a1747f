/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bayestrex.engine.checkpoint.JournalKey;
import org.bayestrex.engine.file.Sha256;

/**
 * An entry as one file: a line of JSON that says how long the two parts are and what their checksum is, a line of JSON with
 * the key and what is kept, and the arrays, packed.
 */
final class EntryFormat {

    static final int SCHEMA_VERSION = 2;

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private static final int LONGEST_HEADER = 500;

    private EntryFormat() {}

    static byte[] write(Entry entry) {
        JsonObject parts = new JsonObject();
        entry.key().parts().forEach(parts::addProperty);
        JsonObject body = new JsonObject();
        body.add("key", parts);
        body.add("kept", entry.json());
        body.addProperty("binaryBytes", entry.binary().length);
        byte[] packed = BytePlanes.pack(entry.binary());
        byte[] json = (GSON.toJson(body) + "\n").getBytes(StandardCharsets.UTF_8);
        JsonObject header = new JsonObject();
        header.addProperty("schemaVersion", SCHEMA_VERSION);
        header.addProperty("sha256", checksum(json, packed));
        header.addProperty("jsonBytes", json.length);
        header.addProperty("packedBytes", packed.length);
        byte[] first = (header + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Math.addExact(first.length + json.length, packed.length))
                .put(first)
                .put(json)
                .put(packed)
                .array();
    }

    /**
     * Reads an entry.
     *
     * @throws IOException when the bytes are not those of a whole entry of this version
     */
    static Entry read(byte[] bytes) throws IOException {
        try {
            int end = endOfLine(bytes);
            JsonObject header = object(Arrays.copyOf(bytes, end));
            int version = header.get("schemaVersion").getAsInt();
            if (version != SCHEMA_VERSION) {
                throw new IOException("its schemaVersion is " + version + ", not " + SCHEMA_VERSION);
            }
            int from = end + 1;
            int middle = Math.addExact(from, header.get("jsonBytes").getAsInt());
            int last = Math.addExact(middle, header.get("packedBytes").getAsInt());
            if (last != bytes.length) {
                throw new IOException("it has %,d bytes, not %,d".formatted(bytes.length, last));
            }
            byte[] json = Arrays.copyOfRange(bytes, from, middle);
            byte[] packed = Arrays.copyOfRange(bytes, middle, last);
            if (!header.get("sha256").getAsString().equals(checksum(json, packed))) {
                throw new IOException("its checksum doesn't fit its contents");
            }
            JsonObject body = object(json);
            Map<String, String> parts = new TreeMap<>();
            body.getAsJsonObject("key")
                    .entrySet()
                    .forEach(part -> parts.put(part.getKey(), part.getValue().getAsString()));
            byte[] binary = BytePlanes.unpack(packed, body.get("binaryBytes").getAsInt());
            return new Entry(JournalKey.of(parts), body.getAsJsonObject("kept"), binary);
        } catch (RuntimeException e) { // Gson throws many kinds; all say that the file is damaged
            throw new IOException("it is no entry: " + e.getMessage(), e);
        }
    }

    private static int endOfLine(byte[] bytes) throws IOException {
        for (int i = 0; i < Math.min(bytes.length, LONGEST_HEADER); i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        throw new IOException("it has no header");
    }

    private static JsonObject object(byte[] utf8) {
        return JsonParser.parseString(new String(utf8, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static String checksum(byte[] json, byte[] packed) {
        MessageDigest digest = Sha256.digest();
        digest.update(json);
        return HexFormat.of().formatHex(digest.digest(packed));
    }
}
