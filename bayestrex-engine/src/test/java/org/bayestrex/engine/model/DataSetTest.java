/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {

    /** Two pictures of two rows and three columns. */
    private static final int[] IMAGES = {
        0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6
    };

    private static final int[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 7, 255};

    @TempDir
    Path folder;

    @Test
    void readsImagesAndLabels() throws IOException {
        // when
        DataSet set = DataSet.idx("tiny", write("images", IMAGES), write("labels", LABELS));
        // then
        assertThat(set.name()).hasToString("tiny");
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.imageShape()).containsExactly(1, 2, 3);
        assertThat(set.image(0)).isEqualTo(Tensor.of(new float[] {0, .2f, .4f, .6f, .8f, 1}, 1, 2, 3));
        assertThat(set.batch(0, 2).shape()).containsExactly(2, 1, 2, 3);
        assertThat(set.batch(1, 1).row(0)).isEqualTo(set.image(1));
        assertThat(set.label(0)).isEqualTo(7);
        assertThat(set.label(1)).isEqualTo(255);
    }

    @Test
    void readsGzippedFilesWhateverTheirNames() throws IOException {
        // given
        DataSet plain = DataSet.idx("plain", write("images", IMAGES));
        // when
        DataSet gzipped = DataSet.idx("gzipped", gzip("images.idx", IMAGES));
        // then
        assertThat(gzipped.batch(0, 2)).isEqualTo(plain.batch(0, 2));
    }

    @Test
    void readsValuesOnlyWhenTheyAreNeeded() throws IOException {
        // given
        Path file = write("images", IMAGES);
        DataSet set = DataSet.idx("tiny", file);
        // when
        Files.delete(file);
        // then
        assertThat(set.size()).isEqualTo(2);
        assertThatThrownBy(() -> set.image(0))
                .isInstanceOf(DataSetException.class)
                .hasMessageStartingWith("There is no file");
    }

    @Test
    void hasTheFingerprintOfItsContents() throws IOException {
        // given
        DataSet read = DataSet.idx("read", write("images", IMAGES), write("labels", LABELS));
        float[] values = read.values(0, 2);
        // when
        DataSet same = DataSet.of("made", values, new int[] {7, 255}, 1, 2, 3);
        DataSet otherLabel = DataSet.of("made", values, new int[] {7, 254}, 1, 2, 3);
        DataSet otherShape = DataSet.of("made", values, new int[] {7, 255}, 1, 3, 2);
        values[5] = .5f;
        DataSet otherPixel = DataSet.of("made", values, new int[] {7, 255}, 1, 2, 3);
        // then
        assertThat(same.fingerprint()).isEqualTo(read.fingerprint());
        assertThat(otherLabel.fingerprint()).isNotEqualTo(read.fingerprint());
        assertThat(otherShape.fingerprint()).isNotEqualTo(read.fingerprint());
        assertThat(otherPixel.fingerprint()).isNotEqualTo(read.fingerprint());
        assertThat(same.image(0)).as("the array was copied").isEqualTo(read.image(0));
    }

    @Test
    void canBeMappedToFeatures() {
        // given: 300 images, more than go at a time
        float[] values = new float[600];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        DataSet set = DataSet.of("points", values, 2);
        // when
        DataSet sums = set.mapped("sums", batch -> {
            float[] sum = new float[batch.shape()[0]];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = batch.get(2 * i) + batch.get(2 * i + 1);
            }
            return Tensor.of(sum, sum.length, 1);
        });
        // then
        assertThat(sums.size()).isEqualTo(300);
        assertThat(sums.imageShape()).containsExactly(1);
        assertThat(sums.image(299)).isEqualTo(Tensor.of(new float[] {598 + 599}, 1));
    }

    @Test
    void refusesFilesThatAreNotWhatTheySay() throws IOException {
        Path images = write("images", IMAGES);
        Path labels = write("labels", LABELS);

        refuses("There is no file", () -> DataSet.idx("x", folder.resolve("absent")));
        refuses("is no IDX file", () -> DataSet.idx("x", write("png", 0x89, 'P', 'N', 'G', 0, 0)));
        refuses("IDX type 0d", () -> DataSet.idx("x", write("floats", 0, 0, 0x0d, 1, 0, 0, 0, 1)));
        refuses("has 5 dimensions", () -> DataSet.idx("x", write("deep", 0, 0, 8, 5)));
        refuses(
                "dimension 0 has the extent 0",
                () -> DataSet.idx("x", write("none", 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 1)));
        refuses("ends too early", () -> DataSet.idx("x", write("head", 0, 0, 8, 2, 0, 0)));
        refuses("are these labels?", () -> DataSet.idx("x", labels));
        refuses("is this a file of images?", () -> DataSet.idx("x", images, images));
        refuses("2 images, but", () -> DataSet.idx("x", images, write("one", 0, 0, 8, 1, 0, 0, 0, 1, 7)));
        refuses("has 27 bytes", () -> DataSet.idx("x", write("short", Arrays.copyOf(IMAGES, 27))));
        refuses("has 29 bytes", () -> DataSet.idx("x", write("long", Arrays.copyOf(IMAGES, 29))));
        refuses(
                "ends after 11 of 12 values",
                () -> DataSet.idx("x", gzip("short.gz", Arrays.copyOf(IMAGES, 27)))
                        .image(0));
        refuses(
                "goes on after its 12 values",
                () -> DataSet.idx("x", gzip("long.gz", Arrays.copyOf(IMAGES, 29)))
                        .image(0));
    }

    @Test
    void refusesArraysThatDoNotFit() {
        refuses("no whole number of images", () -> DataSet.of("x", new float[7], 1, 2, 3));
        refuses("2 images, but 3 labels", () -> DataSet.of("x", new float[12], new int[3], 1, 2, 3));
        refuses("label below 0", () -> DataSet.of("x", new float[6], new int[] {-1}, 1, 2, 3));
        assertThatThrownBy(() -> DataSet.of("x", new float[6], 1, 2, 3).label(0))
                .hasMessage("x has no labels");
        assertThatThrownBy(() -> DataSet.of("x", new float[6], 1, 2, 3).batch(0, 2))
                .hasMessageContaining("has 1 images");
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(DataSetException.class).hasMessageContaining(message);
    }

    private Path write(String name, int... bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes(bytes));
    }

    private Path gzip(String name, int... bytes) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream output = new GZIPOutputStream(Files.newOutputStream(file))) {
            output.write(bytes(bytes));
        }
        return file;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
