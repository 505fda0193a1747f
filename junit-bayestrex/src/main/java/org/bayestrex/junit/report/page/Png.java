/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apiguardian.api.API;

/**
 * Pictures as small files. Up to 256 colours make a palette, exactly; so do a chart's many blends of a few inks, each within a
 * step that no eye sees where it is. What has more colours than that, photographs for instance, stays as it is.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Png {

    private static final int PALETTE = 256;

    /** Charts have some thousand blends at the edges of lines and letters; photographs have more. */
    private static final int MOST_BLENDS = 8192;

    /** Errors of a channel, of 255, that are tried in turn: the larger, the smaller the file. */
    private static final int[] TOLERANCES = {16, 8, 4};

    /** An error, or a step from a pixel to the next, that no eye sees, wherever it is. */
    private static final int UNSEEN = 4;

    /** Share of the pixels of smoothly shaded areas, where bands would be seen, that may be off by more. */
    private static final double BANDS = .01;

    /**
     * Colours, and who stands for whom.
     *
     * @param chosen the palette
     * @param places for each colour of the picture its place in the palette
     */
    private record Colours(int[] chosen, Map<Integer, Integer> places) {}

    private Png() {}

    public static byte[] encode(BufferedImage image) {
        return palette(image).map(colours -> eightBit(image, colours)).orElseGet(() -> write(image));
    }

    /** Empty where no palette does. */
    private static Optional<Colours> palette(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int rgb : row) {
                counts.merge(rgb, 1, Integer::sum);
            }
            if (counts.size() > MOST_BLENDS) {
                return Optional.empty();
            }
        }
        List<Integer> byCount = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (counts.size() <= PALETTE) {
            return cover(byCount, 0);
        }
        return Arrays.stream(TOLERANCES)
                .mapToObj(tolerance -> cover(byCount, tolerance))
                .flatMap(Optional::stream)
                .filter(colours -> smoothAndOff(image, colours) <= BANDS * image.getWidth() * image.getHeight())
                .findFirst();
    }

    /** Pixels that are like the next one, and whose colour would be off by more than is unseen. */
    private static int smoothAndOff(BufferedImage image, Colours colours) {
        int count = 0;
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x + 1 < row.length; x++) {
                int stands = colours.chosen()[colours.places().getOrDefault(row[x], 0)];
                boolean smooth = distance(row[x], row[x + 1]) <= UNSEEN;
                count += smooth && distance(row[x], stands) > UNSEEN ? 1 : 0;
            }
        }
        return count;
    }

    /** The most frequent colour stands for all near it, and so on. */
    private static Optional<Colours> cover(List<Integer> colours, int tolerance) {
        Map<Integer, Integer> places = new HashMap<>();
        int[] chosen = new int[PALETTE];
        int size = 0;
        for (int colour : colours) {
            int place = nearest(chosen, size, colour, tolerance);
            if (place < 0) {
                if (size == PALETTE) {
                    return Optional.empty();
                }
                chosen[size] = colour;
                place = size++;
            }
            places.put(colour, place);
        }
        return Optional.of(new Colours(Arrays.copyOf(chosen, size), places));
    }

    /** Place of the nearest colour within the tolerance; -1 where there is none. */
    private static int nearest(int[] chosen, int size, int colour, int tolerance) {
        int best = -1;
        int smallest = tolerance;
        for (int i = 0; i < size; i++) {
            int distance = distance(chosen[i], colour);
            if (distance < smallest || (best < 0 && distance == smallest)) {
                best = i;
                smallest = distance;
            }
        }
        return best;
    }

    /** Largest difference of a channel. */
    private static int distance(int one, int other) {
        int largest = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            largest = Math.max(largest, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return largest;
    }

    private static byte[] eightBit(BufferedImage image, Colours colours) {
        boolean grey = Arrays.stream(colours.chosen()).allMatch(Png::isGrey);
        int width = image.getWidth();
        byte[] pixels = new byte[width * image.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int place = colours.places().getOrDefault(row[x], 0);
                pixels[y * width + x] = (byte) (grey ? colours.chosen()[place] : place);
            }
        }
        return grey ? EightBitPng.of(width, pixels) : EightBitPng.of(width, pixels, colours.chosen());
    }

    private static boolean isGrey(int rgb) {
        return (rgb & 255) == (rgb >> 8 & 255) && (rgb & 255) == (rgb >> 16 & 255);
    }

    private static byte[] write(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam smallest = writer.getDefaultWriteParam();
            smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            smallest.setCompressionQuality(0);
            writer.write(null, new IIOImage(image, null, null), smallest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
