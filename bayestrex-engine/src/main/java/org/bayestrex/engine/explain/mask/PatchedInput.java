/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.InputGradient;
import org.bayestrex.engine.model.LatentClassifier.Head;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;

/**
 * Any classifier of pictures that has a gradient, as a model with a single state: the picture, cut into squares. Squares at the
 * right and lower edges may hang over; what they hold there is 0 and goes nowhere.
 */
public final class PatchedInput implements MaskableModel {

    private final Classifier classifier;
    private final InputGradient gradient;
    private final int[] shape;
    private final int classes;
    private final int side;
    private final int channels;
    private final int height;
    private final int width;
    private final int[] places;

    /**
     * Asks the classifier once, for the number of its classes.
     *
     * @param example a picture, [channels, height, width] or [height, width]
     * @param side of a square in pixels, 1 or more
     * @throws ModelException when the classifier has no gradient
     * @throws IllegalArgumentException when the example is no picture
     */
    public PatchedInput(Classifier classifier, Tensor example, int side) {
        this.classifier = classifier;
        this.gradient = InputGradient.of(classifier)
                .orElseThrow(() -> new ModelException(
                        classifier.name() + " has no gradient, which masks of its input are learned by"));
        this.shape = example.shape();
        if (shape.length != 2 && shape.length != 3) {
            throw new IllegalArgumentException(
                    "Pictures are cut into patches, [channels, height, width], but an input has the shape "
                            + Arrays.toString(shape));
        }
        if (side < 1) {
            throw new IllegalArgumentException("side must be 1 or more, but is " + side);
        }
        this.side = side;
        this.channels = shape.length == 2 ? 1 : shape[0];
        this.height = shape[shape.length - 2];
        this.width = shape[shape.length - 1];
        this.places =
                IntStream.range(0, channels * height * width).map(this::place).toArray();
        this.classes = whole(Tensor.stacked(List.of(example))).shape()[1];
    }

    /** Number of squares in a row. */
    public int columns() {
        return (width + side - 1) / side;
    }

    /** Number of squares of a picture. */
    public int patches() {
        return (height + side - 1) / side * columns();
    }

    @Override
    public String name() {
        return classifier.name();
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public int layers() {
        return 1;
    }

    @Override
    public int width(int layer) {
        return channels * side * side;
    }

    @Override
    public HiddenStates states(Tensor inputs) {
        int rows = inputs.shape()[0];
        float[] present = new float[rows * patches()];
        Arrays.fill(present, 1);
        return new HiddenStates(List.of(cut(inputs)), Tensor.of(present, rows, patches()), whole(inputs));
    }

    @Override
    public Tensor logits(Tensor inputs, int layer, Tensor state) {
        return whole(joined(state));
    }

    /** Two forward passes and one back: the derivatives of all rows are asked for at once, a classifier's row by row. */
    @Override
    public Tensor pullBack(Tensor inputs, int layer, Tensor state, Head head) {
        Tensor pictures = joined(state);
        float[] slopes = head.cotangents(whole(pictures).toArray());
        synchronized (classifier) {
            return cut(gradient.pullBack(pictures, (row, logits) -> {
                double[] own = new double[classes];
                Arrays.setAll(own, k -> slopes[row * classes + k]);
                return own;
            }));
        }
    }

    private Tensor whole(Tensor pictures) {
        synchronized (classifier) {
            return classifier.logits(pictures);
        }
    }

    /** The patch that a pixel is in. */
    public int patch(int pixel) {
        return pixel / width / side * columns() + pixel % width / side;
    }

    private Tensor cut(Tensor pictures) {
        int rows = pictures.shape()[0];
        float[] values = pictures.toArray();
        float[] patches = new float[rows * patches() * width(0)];
        for (int i = 0; i < values.length; i++) {
            patches[i / places.length * patches() * width(0) + places[i % places.length]] = values[i];
        }
        return Tensor.of(patches, rows, patches(), width(0));
    }

    private Tensor joined(Tensor state) {
        int rows = state.shape()[0];
        float[] patches = state.toArray();
        float[] pictures = new float[rows * places.length];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = patches[i / places.length * patches() * width(0) + places[i % places.length]];
        }
        return Tensor.of(
                pictures,
                IntStream.concat(IntStream.of(rows), Arrays.stream(shape)).toArray());
    }

    /** Where among the patches of a picture its value stands: [patch, channel, row, column]. */
    private int place(int value) {
        int channel = value / (height * width);
        int pixel = value % (height * width);
        int within = pixel / width % side * side + pixel % width % side;
        return (patch(pixel) * channels + channel) * side * side + within;
    }
}
