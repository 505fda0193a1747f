/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A segment is read as it was written, or not at all. */
class SegmentJsonTest {

    private static Segment segment() {
        List<Block.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean gradient = i % 3 == 0;
            entries.add(Block.Entry.of(Writing.query("chain 0", i, gradient), Writing.answer(i, gradient)));
        }
        return Segment.of("0123", 1, entries);
    }

    @Test
    void answersOfOneShapeAreOneBlock() throws IOException {
        Segment read = SegmentJson.read(SegmentJson.write(segment()));

        assertThat(read).usingRecursiveComparison().isEqualTo(segment());
        assertThat(read.blocks()).extracting(Block::size).containsExactly(4, 8);
        assertThat(read.blocks()).extracting(Block::latents).containsExactly(2, 0);
    }

    @Test
    void noFlippedBitGoesUnnoticed() {
        byte[] whole = SegmentJson.write(segment()).getBytes(StandardCharsets.UTF_8);
        int harmless = 0;
        for (int i = 0; i < 8 * whole.length; i++) {
            // when
            byte[] flipped = whole.clone();
            flipped[i / 8] ^= (byte) (1 << i % 8);
            Segment read;
            try {
                read = SegmentJson.read(new String(flipped, StandardCharsets.UTF_8));
            } catch (IOException noticed) {
                continue;
            }

            // then: it was in white space, or in bits of base64 that stand for nothing
            assertThat(read).usingRecursiveComparison().isEqualTo(segment());
            harmless++;
        }
        assertThat(harmless).isLessThan(whole.length / 10);
    }

    @Test
    void noTruncationGoesUnnoticed() {
        String whole = SegmentJson.write(segment()).strip();

        for (int length = 0; length < whole.length(); length++) {
            String part = whole.substring(0, length);
            assertThatIOException().isThrownBy(() -> SegmentJson.read(part));
        }
    }

    @Test
    void aLaterFormatIsNotRead() {
        String later = SegmentJson.write(segment()).replace("\"schemaVersion\":1", "\"schemaVersion\":2");

        assertThatIOException().isThrownBy(() -> SegmentJson.read(later)).withMessage("its schemaVersion is 2, not 1");
    }
}
