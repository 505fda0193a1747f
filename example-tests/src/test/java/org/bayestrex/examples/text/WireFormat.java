/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The wire format of Protocol Buffers: a message as a list of numbered fields, of which the reader knows the meaning. */
final class WireFormat {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FOUR_BYTES = 5;

    private WireFormat() {}

    /**
     * One field.
     *
     * @param number as the message's definition has it
     * @param value of a varint; 0 for others
     * @param content what a length-delimited field holds, little-endian; empty for a varint
     */
    record Field(int number, long value, ByteBuffer content) {

        String text() {
            return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
        }

        List<Field> message() {
            return fields(content);
        }
    }

    /** The fields of a message, in their order; contents are views. */
    static List<Field> fields(ByteBuffer message) {
        ByteBuffer rest = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (rest.hasRemaining()) {
            long key = varint(rest);
            int number = Math.toIntExact(key >>> 3);
            int kind = (int) (key & 7);
            fields.add(
                    kind == VARINT
                            ? new Field(number, varint(rest), ByteBuffer.allocate(0))
                            : new Field(number, 0, content(rest, length(kind, rest))));
        }
        return fields;
    }

    private static int length(int kind, ByteBuffer rest) {
        return switch (kind) {
            case EIGHT_BYTES -> Long.BYTES;
            case FOUR_BYTES -> Integer.BYTES;
            case LENGTH_DELIMITED -> Math.toIntExact(varint(rest));
            default -> throw new IllegalArgumentException("No field of Protocol Buffers is of the kind " + kind);
        };
    }

    private static ByteBuffer content(ByteBuffer rest, int length) {
        ByteBuffer content = rest.slice(rest.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        rest.position(rest.position() + length);
        return content;
    }

    /** Seven bits a byte, the lowest first; the eighth says that there are more. */
    private static long varint(ByteBuffer rest) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = rest.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number of Protocol Buffers has more than 64 bits");
    }
}
