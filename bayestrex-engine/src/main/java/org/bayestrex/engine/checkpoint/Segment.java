/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.file.Sha256;

/**
 * Answers that were written in one go.
 *
 * @param key hash of the journal's key
 * @param number of the segment in its journal, from 1
 * @param blocks the answers
 */
record Segment(String key, int number, List<Block> blocks) {

    private record Shape(String stream, int classes, int latents) {}

    Segment {
        blocks = List.copyOf(blocks);
    }

    /** Packs answers, each stream and shape into a block. */
    static Segment of(String key, int number, List<Block.Entry> entries) {
        Map<Shape, List<Block.Entry>> byShape = new LinkedHashMap<>();
        for (Block.Entry entry : entries) {
            Shape shape = new Shape(entry.stream(), entry.classes(), entry.latents());
            byShape.computeIfAbsent(shape, any -> new ArrayList<>()).add(entry);
        }
        return new Segment(key, number, byShape.values().stream().map(Block::of).toList());
    }

    /** SHA-256 of the contents, whatever the layout of the file: integers big-endian, lengths before texts and arrays. */
    String checksum() {
        MessageDigest digest = Sha256.digest();
        Sha256.add(digest, key);
        integers(digest, number, blocks.size());
        for (Block block : blocks) {
            Sha256.add(digest, block.stream());
            integers(digest, block.classes(), block.latents(), block.size());
            ByteBuffer ordinals = ByteBuffer.allocate(block.size() * Long.BYTES);
            ordinals.asLongBuffer().put(block.ordinals());
            digest.update(ordinals);
            digest.update(LittleEndian.bytes(block.points()));
            digest.update(LittleEndian.bytes(block.values()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void integers(MessageDigest digest, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        digest.update(bytes);
    }
}
