/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.model.Tensor;

/**
 * The examples' classifiers of 28 x 28 pixels, with the weights of their TorchScript file, in parts that can be run one by one.
 * Positions are the 7 x 7 patches of 4 x 4 pixels. A hidden state is cut into the same patches: what convolution computed for
 * pixels of a patch belongs to it, and what it has not at the border, since it is not padded, is 0.
 *
 * <p>h_0 the pixels, [batch, 49, 16]; h_1 the first convolution, [batch, 49, 32 x 4 x 4]; h_2 the second one after pooling,
 * [batch, 49, 64 x 2 x 2].
 */
final class PatchedCnn extends DifferentiableModel {

    static final int SIDE = 28;
    static final int GRID = 7;
    static final int PATCHES = GRID * GRID;
    static final int PIXELS = 0;
    static final int FIRST = 1;
    static final int POOLED = 2;

    /** Of each state: channels, side of the picture that is cut, and how much of its border is not computed. */
    private record Layout(int channels, int side, int border) {

        int width() {
            return channels * side / GRID * side / GRID;
        }
    }

    private static final List<Layout> LAYOUTS =
            List.of(new Layout(1, SIDE, 0), new Layout(32, SIDE, 1), new Layout(64, SIDE / 2, 1));

    private final String name;
    private final float mean;
    private final float deviation;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();

    /**
     * Reads the weights.
     *
     * @param mean what the classifier subtracts from a pixel; its card has the data set
     * @param deviation what it divides by
     */
    PatchedCnn(Path torchScript, float mean, float deviation) {
        this.name = String.valueOf(torchScript.getFileName());
        this.mean = mean;
        this.deviation = deviation;
        Path absolute = torchScript.toAbsolutePath();
        try (Model model = Model.newInstance(name, ENGINE)) {
            model.load(absolute.getParent(), name, Map.of("trainParam", "true"));
            model.getBlock().getDirectParameters().forEach(parameter -> {
                NDArray array = parameter.getValue().getArray();
                weights.put(
                        parameter.getKey(),
                        weight(array.toFloatArray(), array.getShape().getShape()));
            });
        } catch (IOException | MalformedModelException e) {
            throw new IllegalArgumentException("No TorchScript in " + torchScript, e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int classes() {
        return (int) weights.get("head.1.bias").size();
    }

    @Override
    public int layers() {
        return LAYOUTS.size();
    }

    @Override
    public int width(int layer) {
        return LAYOUTS.get(layer).width();
    }

    /** Of images [batch, 1, 28, 28]. */
    @Override
    public HiddenStates states(Tensor inputs) {
        try (NDManager pass = newManager()) {
            NDArray images = array(pass, inputs);
            NDArray first = first(images);
            NDArray pooled = pooled(first);
            float[] present = new float[inputs.shape()[0] * PATCHES];
            Arrays.fill(present, 1);
            return new HiddenStates(
                    List.of(
                            tensor(cut(images, LAYOUTS.get(PIXELS))),
                            tensor(cut(first, LAYOUTS.get(FIRST))),
                            tensor(cut(pooled, LAYOUTS.get(POOLED)))),
                    Tensor.of(present, inputs.shape()[0], PATCHES),
                    tensor(logits(pooled)));
        }
    }

    @Override
    protected NDArray run(Tensor inputs, int layer, NDArray state) {
        NDArray whole = joined(state, LAYOUTS.get(layer));
        NDArray first = layer == PIXELS ? first(whole) : whole;
        return logits(layer == POOLED ? whole : pooled(first));
    }

    private NDArray first(NDArray images) {
        // An array that stays until the pass closes: DJL frees a Java number before the way back reads it.
        NDArray divisor = images.getManager().create(deviation);
        NDArray normalised = images.sub(mean).div(divisor);
        return Activation.relu(convolution(normalised, "features.0"));
    }

    private NDArray pooled(NDArray first) {
        NDArray second = Activation.relu(convolution(first, "features.2"));
        return Pool.maxPool2d(second, new Shape(2, 2), new Shape(2, 2), new Shape(0, 0), false);
    }

    private NDArray logits(NDArray pooled) {
        NDArray flat = pooled.reshape(pooled.getShape().get(0), -1);
        return linear(Activation.relu(linear(flat, "features.7")), "head.1");
    }

    private NDArray convolution(NDArray input, String part) {
        return Conv2d.conv2d(input, weights.get(part + ".weight"), weights.get(part + ".bias"))
                .singletonOrThrow();
    }

    private NDArray linear(NDArray input, String part) {
        return Linear.linear(input, weights.get(part + ".weight"), weights.get(part + ".bias"))
                .singletonOrThrow();
    }

    /** [batch, channels, height, width] to [batch, 49, channels x pixels of a patch]. */
    private static NDArray cut(NDArray images, Layout layout) {
        NDArray padded = images;
        for (int axis = 2; axis < 4 && layout.border() > 0; axis++) {
            long[] shape = padded.getShape().getShape();
            shape[axis] = layout.border();
            NDArray border = padded.getManager().zeros(new Shape(shape));
            padded = NDArrays.concat(new NDList(border, padded, border), axis);
        }
        long rows = images.getShape().get(0);
        int patch = layout.side() / GRID;
        return padded.reshape(rows, layout.channels(), GRID, patch, GRID, patch)
                .transpose(0, 2, 4, 1, 3, 5)
                .reshape(rows, PATCHES, layout.width());
    }

    /** And back. */
    private static NDArray joined(NDArray patches, Layout layout) {
        long rows = patches.getShape().get(0);
        int patch = layout.side() / GRID;
        NDArray images = patches.reshape(rows, GRID, GRID, layout.channels(), patch, patch)
                .transpose(0, 3, 1, 4, 2, 5)
                .reshape(rows, layout.channels(), layout.side(), layout.side());
        if (layout.border() == 0) {
            return images;
        }
        int from = layout.border();
        int to = layout.side() - layout.border();
        return images.get(new NDIndex("...,%d:%d,%d:%d".formatted(from, to, from, to)));
    }
}
