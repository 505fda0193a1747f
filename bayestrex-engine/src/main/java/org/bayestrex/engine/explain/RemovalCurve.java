/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;

/**
 * Whether a map names the pixels that count: the class's probability while pixels are removed in the map's order (deletion),
 * or put into an empty picture (insertion) (Petsiuk et al. 2018, RISE, section 4.3). Of a good map the first falls fast, its area is
 * small; the second rises fast, its area is large. A removed pixel has the value of an empty one, which the model may never
 * have seen: compare the area with that of another order of the same input, not with a fixed limit.
 *
 * @param kind which way
 * @param probabilities of the class after equal shares of the pixels, from none to all; two or more
 */
public record RemovalCurve(Kind kind, List<Double> probabilities) {

    /** Which way. */
    public enum Kind {
        /** Pixels are emptied, the most important ones first. */
        DELETION,
        /** Pixels are put into an empty picture, the most important ones first. */
        INSERTION
    }

    public RemovalCurve {
        probabilities = List.copyOf(probabilities);
    }

    /** Area under the curve over the share of pixels, in [0, 1], by trapezoids. */
    public double area() {
        double sum = 0;
        for (int i = 1; i < probabilities.size(); i++) {
            sum += (probabilities.get(i - 1) + probabilities.get(i)) / 2;
        }
        return sum / (probabilities.size() - 1);
    }

    /**
     * The curve of each claim, in their order.
     *
     * @param kind which way
     * @param classifier the model; forward passes only
     * @param claims pictures of one shape
     * @param maps for each claim a map of its shape; the highest value, summed over channels, comes first
     * @param empty the value of an empty pixel
     * @param steps equal shares in which pixels are changed, 1 or more
     */
    public static List<RemovalCurve> of(
            Kind kind, Classifier classifier, List<Claim> claims, List<Tensor> maps, double empty, int steps) {
        if (maps.size() != claims.size()) {
            throw new IllegalArgumentException("There are " + claims.size() + " claims, but " + maps.size() + " maps");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("A curve has 1 step or more, but steps is " + steps);
        }
        if (claims.isEmpty()) {
            return List.of();
        }
        Passes passes = new Passes(classifier, claims, ClassScore.PROBABILITY);
        Plane plane = Plane.of(claims.get(0).input());
        float[][] inputs = passes.inputs();
        List<int[]> orders = maps.stream().map(map -> order(plane.summed(map))).toList();
        double[][] scores = passes.scores(steps + 1, (claim, step, input) -> {
            int changed = (int) ((long) step * plane.pixels() / steps);
            int[] order = orders.get(claim);
            for (int i = 0; i < order.length; i++) {
                if (i < changed == (kind == Kind.INSERTION)) {
                    plane.copy(inputs[claim], order[i], input);
                } else {
                    plane.write(input, order[i], (float) empty);
                }
            }
        });
        List<RemovalCurve> curves = new ArrayList<>();
        for (double[] probabilities : scores) {
            curves.add(new RemovalCurve(
                    kind,
                    IntStream.range(0, steps + 1)
                            .mapToObj(i -> probabilities[i])
                            .toList()));
        }
        return curves;
    }

    private static int[] order(double[] importance) {
        return IntStream.range(0, importance.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -importance[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
