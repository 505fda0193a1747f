/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bayestrex.engine.file.Sha256;

/**
 * Real inputs: images of one shape in a fixed order, with or without labels. Immutable; its values lie in one flat array,
 * which is read from the file when it is first needed.
 */
public final class DataSet {

    private static final int ROWS_AT_A_TIME = 128;

    private final String name;
    private final int size;
    private final int[] shape;
    private final Supplier<Pixels> pixels;
    private final Supplier<int[]> labels;
    private final Supplier<String> fingerprint = new ReadOnce<>(this::hash);

    private DataSet(String name, int size, int[] shape, Supplier<Pixels> pixels, Supplier<int[]> labels) {
        this.name = name;
        this.size = size;
        this.shape = shape;
        this.pixels = pixels;
        this.labels = labels;
    }

    /**
     * Images in an IDX file of unsigned bytes, gzipped or not, without labels: the format of MNIST and Fashion-MNIST. A
     * byte v is the value v / 255. The headers are read now, the values when they are needed.
     *
     * @param name how the data set is called in messages and reports
     * @param images a file of the dimensions [n, height, width], [n, channels, height, width] or [n, features]
     * @throws DataSetException when the file is not there, damaged or of another format
     */
    public static DataSet idx(String name, Path images) {
        IdxFile file = IdxFile.open(images);
        return new DataSet(
                name,
                file.dimensions()[0],
                imageShape(file),
                new ReadOnce<>(() -> new Pixels.Bytes(file.values())),
                () -> new int[0]);
    }

    /**
     * The same with labels.
     *
     * @param name how the data set is called in messages and reports
     * @param images a file of the dimensions [n, height, width], [n, channels, height, width] or [n, features]
     * @param labels a file of the dimension [n]: the class of each image
     * @throws DataSetException when a file is not there, damaged or of another format, or the two do not fit
     */
    public static DataSet idx(String name, Path images, Path labels) {
        DataSet unlabelled = idx(name, images);
        IdxFile file = IdxFile.open(labels);
        if (file.dimensions().length != 1) {
            throw new DataSetException("%s has the dimensions %s; labels have one, is this a file of images?"
                    .formatted(labels, Arrays.toString(file.dimensions())));
        }
        if (file.size() != unlabelled.size) {
            throw new DataSetException(
                    "%s holds %,d images, but %s %,d labels".formatted(images, unlabelled.size, labels, file.size()));
        }
        return new DataSet(
                name, unlabelled.size, unlabelled.shape, unlabelled.pixels, new ReadOnce<>(() -> widened(file)));
    }

    /**
     * Images in an array, without labels.
     *
     * @param name how the data set is called in messages and reports
     * @param values image after image, each row-major; copied
     * @param imageShape of one image, [channels, height, width] as a rule
     */
    public static DataSet of(String name, float[] values, int... imageShape) {
        return labelled(name, values, new int[0], imageShape);
    }

    /**
     * Images in an array, with labels.
     *
     * @param name how the data set is called in messages and reports
     * @param values image after image, each row-major; copied
     * @param labels the class of each image, from 0; copied
     * @param imageShape of one image, [channels, height, width] as a rule
     */
    public static DataSet of(String name, float[] values, int[] labels, int... imageShape) {
        if (labels.length == 0) {
            throw new DataSetException(
                    name + " has no labels; a data set without labels is made without that argument");
        }
        return labelled(name, values, labels, imageShape);
    }

    private static DataSet labelled(String name, float[] values, int[] labels, int... imageShape) {
        int width = product(imageShape);
        if (width < 1 || values.length == 0 || values.length % width != 0) {
            throw new DataSetException("%s has %,d values, which is no whole number of images of the shape %s"
                    .formatted(name, values.length, Arrays.toString(imageShape)));
        }
        int size = values.length / width;
        if (labels.length != 0 && labels.length != size) {
            throw new DataSetException("%s has %,d images, but %,d labels".formatted(name, size, labels.length));
        }
        if (Arrays.stream(labels).anyMatch(label -> label < 0)) {
            throw new DataSetException(name + " has a label below 0");
        }
        Pixels pixels = new Pixels.Floats(values.clone());
        int[] kept = labels.clone();
        return new DataSet(name, size, imageShape.clone(), () -> pixels, () -> kept);
    }

    /** How the data set is called in messages and reports. */
    public String name() {
        return name;
    }

    /** Number of images, 1 or more. */
    public int size() {
        return size;
    }

    /** Of one image, as a rule [channels, height, width]. */
    public int[] imageShape() {
        return shape.clone();
    }

    /** Whether the class of every image is known. */
    public boolean isLabelled() {
        return labels.get().length > 0;
    }

    /**
     * The class of an image, from 0.
     *
     * @throws IllegalStateException when there are no labels
     */
    public int label(int index) {
        if (!isLabelled()) {
            throw new IllegalStateException(name + " has no labels");
        }
        return labels.get()[index];
    }

    /** One image. */
    public Tensor image(int index) {
        return Tensor.owning(values(index, 1), shape);
    }

    /** Images that follow each other, shape [count, channels, height, width]. */
    public Tensor batch(int from, int count) {
        int[] batch = new int[shape.length + 1];
        batch[0] = count;
        System.arraycopy(shape, 0, batch, 1, shape.length);
        return Tensor.owning(values(from, count), batch);
    }

    /** The values of images that follow each other, in an array of the caller's own. */
    public float[] values(int from, int count) {
        if (from < 0 || count < 0 || from > size - count) {
            throw new IndexOutOfBoundsException(
                    "%s has %,d images; there are no %,d from number %,d on".formatted(name, size, count, from));
        }
        int width = product(shape);
        float[] values = new float[count * width];
        pixels.get().copy(from * width, values.length, values, 0);
        return values;
    }

    /**
     * What a function makes of each image: the logits or the features that a network has for them. Labels stay.
     *
     * @param newName how the result is called
     * @param function batches [n, ...] to batches [n, ...], such as {@code classifier::logits}
     */
    public DataSet mapped(String newName, UnaryOperator<Tensor> function) {
        float[] results = new float[0];
        int[] newShape = {};
        for (int from = 0; from < size; from += ROWS_AT_A_TIME) {
            int count = Math.min(ROWS_AT_A_TIME, size - from);
            Tensor result = function.apply(batch(from, count));
            int[] found = Arrays.copyOfRange(result.shape(), 1, result.shape().length);
            if (from == 0) {
                newShape = found;
                results = new float[Math.multiplyExact(size, product(found))];
            }
            if (result.shape()[0] != count || !Arrays.equals(found, newShape)) {
                throw new DataSetException("For %d images of %s the function gave the shape %s"
                        .formatted(count, name, Arrays.toString(result.shape())));
            }
            result.asBuffer().get(results, from * product(newShape), result.size());
        }
        float[] kept = results;
        return new DataSet(newName, size, newShape, () -> new Pixels.Floats(kept), labels);
    }

    /** Of the images' values and the labels: the same images are the same whatever they were read from. */
    public String fingerprint() {
        return fingerprint.get();
    }

    @Override
    public String toString() {
        return name;
    }

    private String hash() {
        MessageDigest digest = Sha256.digest();
        digest.update(Arrays.toString(shape).getBytes(UTF_8));
        for (int from = 0; from < size; from += ROWS_AT_A_TIME) {
            float[] values = values(from, Math.min(ROWS_AT_A_TIME, size - from));
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
            bytes.asFloatBuffer().put(values);
            digest.update(bytes);
        }
        int[] known = labels.get();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * known.length);
        bytes.asIntBuffer().put(known);
        digest.update(bytes);
        return "SHA-256 %s, %d images".formatted(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** [n, height, width] is what grey pictures come in. */
    private static int[] imageShape(IdxFile file) {
        int[] dimensions = file.dimensions();
        return switch (dimensions.length) {
            case 1 ->
                throw new DataSetException("%s has the dimensions %s; images have two or more, are these labels?"
                        .formatted(file.file(), Arrays.toString(dimensions)));
            case 3 -> new int[] {1, dimensions[1], dimensions[2]};
            default -> Arrays.copyOfRange(dimensions, 1, dimensions.length);
        };
    }

    private static int[] widened(IdxFile file) {
        byte[] bytes = file.values();
        int[] labels = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            labels[i] = bytes[i] & 0xff;
        }
        return labels;
    }

    private static int product(int[] extents) {
        return Arrays.stream(extents).reduce(1, Math::multiplyExact);
    }
}
