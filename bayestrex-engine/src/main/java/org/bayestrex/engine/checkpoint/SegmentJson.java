/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A segment as JSON:
 *
 * <pre>{@code
 * {"schemaVersion": 1, "key": "3f...", "number": 1, "sha256": "a0...", "blocks": [
 *   {"stream": "chain 3", "classes": 10, "latents": 5, "ordinals": [0, 1, 2], "points": "...", "values": "..."}]}
 * }</pre>
 *
 * <p>Points (int32) and values (float32; of each answer its logits, then its gradient) are little-endian,
 * in base64. The checksum is {@link Segment#checksum()}.
 */
final class SegmentJson {

    static final int SCHEMA_VERSION = 1;

    private SegmentJson() {}

    static String write(Segment segment) {
        JsonArray blocks = new JsonArray();
        segment.blocks().forEach(block -> blocks.add(block(block)));
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.addProperty("key", segment.key());
        json.addProperty("number", segment.number());
        json.addProperty("sha256", segment.checksum());
        json.add("blocks", blocks);
        return json + "\n";
    }

    private static JsonObject block(Block block) {
        JsonArray ordinals = new JsonArray();
        for (long ordinal : block.ordinals()) {
            ordinals.add(ordinal);
        }
        JsonObject json = new JsonObject();
        json.addProperty("stream", block.stream());
        json.addProperty("classes", block.classes());
        json.addProperty("latents", block.latents());
        json.add("ordinals", ordinals);
        json.addProperty("points", Base64.getEncoder().encodeToString(LittleEndian.bytes(block.points())));
        json.addProperty("values", Base64.getEncoder().encodeToString(LittleEndian.bytes(block.values())));
        return json;
    }

    /**
     * Reads a segment.
     *
     * @throws IOException when the text is not a whole segment, bit for bit as it was written
     */
    static Segment read(String text) throws IOException {
        Segment segment;
        String checksum;
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            int version = json.get("schemaVersion").getAsInt();
            if (version != SCHEMA_VERSION) {
                throw new IOException("its schemaVersion is " + version + ", not " + SCHEMA_VERSION);
            }
            checksum = json.get("sha256").getAsString();
            List<Block> blocks = new ArrayList<>();
            for (JsonElement element : json.getAsJsonArray("blocks")) {
                blocks.add(block(element.getAsJsonObject()));
            }
            segment = new Segment(
                    json.get("key").getAsString(), json.get("number").getAsInt(), blocks);
        } catch (RuntimeException e) { // Gson and Base64 throw many kinds; all say that the file is damaged
            throw new IOException("it is damaged: " + e.getMessage(), e);
        }
        if (!checksum.equals(segment.checksum())) {
            throw new IOException("its checksum doesn't fit its contents");
        }
        return segment;
    }

    private static Block block(JsonObject json) {
        JsonArray array = json.getAsJsonArray("ordinals");
        long[] ordinals = new long[array.size()];
        for (int i = 0; i < ordinals.length; i++) {
            ordinals[i] = array.get(i).getAsLong();
        }
        return new Block(
                json.get("stream").getAsString(),
                json.get("classes").getAsInt(),
                json.get("latents").getAsInt(),
                ordinals,
                LittleEndian.ints(Base64.getDecoder().decode(json.get("points").getAsString())),
                LittleEndian.floats(
                        Base64.getDecoder().decode(json.get("values").getAsString())));
    }
}
