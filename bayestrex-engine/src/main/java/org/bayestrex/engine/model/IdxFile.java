/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * A file of unsigned bytes in IDX, the format of MNIST and Fashion-MNIST: two zero bytes, the type, the number of
 * dimensions, each dimension as a big-endian int, then the values, row-major. Compressed by gzip or not: the first bytes
 * tell, not the name.
 *
 * @param file where it is
 * @param dimensions the extents, outermost first
 */
record IdxFile(Path file, int[] dimensions) {

    private static final int UNSIGNED_BYTES = 0x08;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final int MOST_DIMENSIONS = 4;

    /** Reads the header, no more; an uncompressed file must have the length that the header says. */
    static IdxFile open(Path file) {
        try (DataInputStream input = stream(file)) {
            IdxFile opened = new IdxFile(file, header(file, input));
            if (!isCompressed(file)) {
                long expected = 4 + 4L * opened.dimensions.length + opened.size();
                if (Files.size(file) != expected) {
                    throw new DataSetException("%s has %,d bytes, but by its dimensions %s it should have %,d"
                            .formatted(file, Files.size(file), Arrays.toString(opened.dimensions), expected));
                }
            }
            return opened;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Number of values. */
    int size() {
        long size = 1;
        for (int extent : dimensions) {
            size = Math.multiplyExact(size, extent);
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw new DataSetException("%s holds %,d values by its dimensions %s; an array cannot"
                    .formatted(file, size, Arrays.toString(dimensions)));
        }
        return (int) size;
    }

    /** All values. */
    byte[] values() {
        try (DataInputStream input = stream(file)) {
            if (!Arrays.equals(header(file, input), dimensions)) {
                throw new DataSetException(file + " has changed since it was opened");
            }
            byte[] values = input.readNBytes(size());
            if (values.length < size()) {
                throw new DataSetException("%s ends after %,d of %,d values".formatted(file, values.length, size()));
            }
            if (input.read() >= 0) {
                throw new DataSetException("%s goes on after its %,d values".formatted(file, size()));
            }
            return values;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static int[] header(Path file, DataInputStream input) throws IOException {
        int magic = input.readInt();
        int type = magic >>> 8;
        int count = magic & 0xff;
        if (magic >>> 16 != 0) {
            throw new DataSetException(
                    "%s is no IDX file: it begins with %08x, not with two zero bytes".formatted(file, magic));
        }
        if (type != UNSIGNED_BYTES) {
            throw new DataSetException(
                    "%s holds values of the IDX type %02x; only unsigned bytes, 08, are read".formatted(file, type));
        }
        if (count < 1 || count > MOST_DIMENSIONS) {
            throw new DataSetException(
                    "%s has %d dimensions; 1 to %d are read".formatted(file, count, MOST_DIMENSIONS));
        }
        int[] dimensions = new int[count];
        for (int i = 0; i < count; i++) {
            dimensions[i] = input.readInt();
            if (dimensions[i] < 1) {
                throw new DataSetException(
                        "%s says that its dimension %d has the extent %d".formatted(file, i, dimensions[i]));
            }
        }
        return dimensions;
    }

    private static DataInputStream stream(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new DataInputStream(isCompressed(file) ? new BufferedInputStream(new GZIPInputStream(raw)) : raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean isCompressed(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] first = input.readNBytes(2);
            return Arrays.equals(first, GZIP);
        }
    }

    private static DataSetException unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new DataSetException("There is no file " + file.toAbsolutePath(), e);
        }
        return e instanceof EOFException
                ? new DataSetException(file + " is damaged: it ends too early", e)
                : new DataSetException(file + " could not be read: " + e.getMessage(), e);
    }
}
