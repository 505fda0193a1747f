/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Packs arrays of numbers: first the first byte of every four, then the second, and so on, deflated. Signs and exponents
 * of float32 lie together then and shrink; mantissas of a network's answers are noise, which nothing shrinks.
 */
final class BytePlanes {

    private static final int PLANES = Float.BYTES;
    private static final int BUFFER = 1 << 16;

    private BytePlanes() {}

    /** The same bytes always give the same. */
    static byte[] pack(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(split(bytes));
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length + BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * What was packed.
     *
     * @param length number of bytes that were packed
     * @throws IOException when the bytes are not so many packed ones
     */
    static byte[] unpack(byte[] packed, int length) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] split = new byte[length];
            int filled = 0;
            int more = 1;
            while (filled < length && more > 0) {
                more = inflater.inflate(split, filled, length - filled);
                filled += more;
            }
            if (filled < length || inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
                throw new IOException("it does not hold %,d packed bytes".formatted(length));
            }
            return join(split);
        } catch (DataFormatException e) {
            throw new IOException("its arrays are not packed", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] split(byte[] bytes) {
        byte[] split = new byte[bytes.length];
        int to = 0;
        for (int plane = 0; plane < PLANES; plane++) {
            for (int from = plane; from < bytes.length; from += PLANES) {
                split[to++] = bytes[from];
            }
        }
        return split;
    }

    private static byte[] join(byte[] split) {
        byte[] bytes = new byte[split.length];
        int from = 0;
        for (int plane = 0; plane < PLANES; plane++) {
            for (int to = plane; to < bytes.length; to += PLANES) {
                bytes[to] = split[from++];
            }
        }
        return bytes;
    }
}
