/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A PNG file of one byte a pixel: a place in a palette, or a shade of grey, which needs no palette. Its rows are not filtered: that is
 * for photographs (PNG specification, third edition, section 12.7), and makes charts a quarter larger; the JDK's own writer
 * filters them.
 */
final class EightBitPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREY = 0;
    private static final int INDEXED = 3;

    private EightBitPng() {}

    /**
     * The file.
     *
     * @param width of a row, 1 or more
     * @param pixels row by row
     * @param palette colours as 0xRRGGBB, 256 at most; none for shades of grey
     */
    static byte[] of(int width, byte[] pixels, int... palette) {
        int height = pixels.length / width;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(width, height, palette.length == 0 ? GREY : INDEXED));
            if (palette.length > 0) {
                chunk(out, "PLTE", channels(palette));
            }
            chunk(out, "IDAT", deflated(width, height, pixels));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] header(int width, int height, int kind) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {8, (byte) kind, 0, 0, 0}); // bits, then deflate, the five filters, no interlacing
        return header.toByteArray();
    }

    private static byte[] channels(int[] palette) {
        byte[] channels = new byte[3 * palette.length];
        for (int i = 0; i < palette.length; i++) {
            channels[3 * i] = (byte) (palette[i] >> 16);
            channels[3 * i + 1] = (byte) (palette[i] >> 8);
            channels[3 * i + 2] = (byte) palette[i];
        }
        return channels;
    }

    /** Each row after the number of its filter, which is none. */
    private static byte[] deflated(int width, int height, byte[] pixels) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        Deflater smallest = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, smallest)) {
            for (int y = 0; y < height; y++) {
                out.write(0);
                out.write(pixels, y * width, width);
            }
        } finally {
            smallest.end();
        }
        return deflated.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        byte[] type = name.getBytes(US_ASCII);
        CRC32 check = new CRC32();
        check.update(type);
        check.update(content);
        out.writeInt(content.length);
        out.write(type);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
