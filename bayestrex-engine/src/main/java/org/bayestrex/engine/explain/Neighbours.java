/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bayestrex.engine.model.DataSet;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.rate.Rate;

/**
 * Nearest training images of findings: is a finding a copy of one, like the data, or off it? Held-out images say how near
 * is usual.
 *
 * <p>Distance is Euclidean in the values, pixels as a rule. It is blind to meaning: a digit shifted by three pixels is far
 * from itself, a smooth one is near to all. For distances between what a network says, map both data sets and the inputs,
 * {@code training.mapped("logits", classifier::logits)}.
 */
public final class Neighbours {

    /** Held-out images that are compared by default: enough to see one in a hundred, on either side. */
    public static final int HELD_OUT = 1000;

    private final DataSet training;
    private final DataSet heldOut;
    private final int k;
    private final NearestNeighbours search;
    private final double[] distances;
    private final double[] ratios;

    private Neighbours(DataSet training, DataSet heldOut, int k, int compared) {
        this.training = training;
        this.heldOut = heldOut;
        this.k = k;
        this.search = new NearestNeighbours(training);
        List<Tensor> images = new ArrayList<>(compared);
        for (int i = 0; i < compared; i++) {
            images.add(heldOut.image((int) ((long) i * heldOut.size() / compared)));
        }
        List<List<Neighbour>> usual = search.of(images, k);
        distances = sorted(usual, nearest -> nearest.get(0).distance());
        ratios = sorted(usual, Neighbourhood::ratio);
    }

    /**
     * Measures how near held-out images are to the training images, {@value #HELD_OUT} of them, evenly spread.
     *
     * @param training what the models were trained on
     * @param heldOut images of the same distribution that they were not trained on
     * @param k how many neighbours, 2 or more
     * @throws IllegalArgumentException when the two have images of different shapes, or too few
     */
    public static Neighbours of(DataSet training, DataSet heldOut, int k) {
        return of(training, heldOut, k, Math.min(HELD_OUT, heldOut.size()));
    }

    /**
     * The same with another number of held-out images.
     *
     * @param training what the models were trained on
     * @param heldOut images of the same distribution that they were not trained on
     * @param k how many neighbours, 2 or more
     * @param compared how many held-out images; 100 or more, or no quantile is below .01
     * @throws IllegalArgumentException when the two have images of different shapes, or too few
     */
    public static Neighbours of(DataSet training, DataSet heldOut, int k, int compared) {
        if (k < 2) {
            throw new IllegalArgumentException("A ratio of distances needs 2 neighbours or more, but k is " + k);
        }
        if (compared < 1 || compared > heldOut.size()) {
            throw new IllegalArgumentException(
                    "%s has %,d images, not %,d".formatted(heldOut.name(), heldOut.size(), compared));
        }
        return new Neighbours(training, heldOut, k, compared);
    }

    /** The training images; a neighbour's index is into these. */
    public DataSet training() {
        return training;
    }

    /** Whose distances are the usual ones. */
    public DataSet heldOut() {
        return heldOut;
    }

    /**
     * The distance that a share of held-out images stays below.
     *
     * @param share in [0, 1], .5 for the median
     */
    public double heldOutDistance(double share) {
        return distances[(int) Math.min(distances.length - 1L, Math.round(share * distances.length))];
    }

    /**
     * The neighbourhood of each input, in their order.
     *
     * @param inputs of the shape of a training image
     */
    public NeighbourReport of(List<Tensor> inputs) {
        List<Neighbourhood> all = new ArrayList<>(inputs.size());
        for (List<Neighbour> nearest : search.of(inputs, k)) {
            Rate nearer = quantile(distances, nearest.get(0).distance());
            Rate smaller = quantile(ratios, Neighbourhood.ratio(nearest));
            all.add(new Neighbourhood(nearest, nearer, smaller, Likeness.of(nearer, smaller)));
        }
        return new NeighbourReport(
                training.name(),
                heldOut.name(),
                distances.length,
                heldOutDistance(.01),
                heldOutDistance(.5),
                heldOutDistance(.99),
                all);
    }

    private Rate quantile(double[] usual, double value) {
        int place = Arrays.binarySearch(usual, value);
        int below = place < 0 ? -place - 1 : place;
        while (below > 0 && usual[below - 1] == value) {
            below--;
        }
        return ClopperPearson.of(below, usual.length, "held-out images");
    }

    private static double[] sorted(List<List<Neighbour>> usual, ToDoubleFunction<List<Neighbour>> value) {
        return usual.stream().mapToDouble(value).sorted().toArray();
    }
}
