/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;

/**
 * The favoured class's mean probability while patches are made black one by one, those that matter most first, or while they
 * come back one by one into a black picture (Petsiuk, Das and Saenko 2018).
 *
 * @param deletion with 0 to 49 patches black; a good map makes it fall at once
 * @param insertion with 0 to 49 patches there; a good map makes it rise at once
 */
record RemovalCurve(double[] deletion, double[] insertion) {

    static RemovalCurve of(PatchMaps model, List<double[]> maps) {
        List<int[]> orders = maps.stream().map(RemovalCurve::order).toList();
        double[] deletion = new double[PatchedCnn.PATCHES + 1];
        double[] insertion = new double[PatchedCnn.PATCHES + 1];
        for (int count = 0; count <= PatchedCnn.PATCHES; count++) {
            deletion[count] = mean(model.favouredProbability(masked(model.patches(), orders, count, true), false));
            insertion[count] = mean(model.favouredProbability(masked(model.patches(), orders, count, false), false));
        }
        return new RemovalCurve(deletion, insertion);
    }

    /** Most important first; of equal ones, such as patches of nothing, the first. */
    private static int[] order(double[] map) {
        return IntStream.range(0, map.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -map[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static Tensor masked(Tensor patches, List<int[]> orders, int count, boolean deleted) {
        float[] values = patches.toArray();
        int width = patches.shape()[2];
        for (int row = 0; row < orders.size(); row++) {
            for (int rank = 0; rank < PatchedCnn.PATCHES; rank++) {
                if (rank < count == deleted) {
                    int from = (row * PatchedCnn.PATCHES + orders.get(row)[rank]) * width;
                    Arrays.fill(values, from, from + width, 0);
                }
            }
        }
        return Tensor.of(values, patches.shape());
    }

    double deletionArea() {
        return mean(deletion);
    }

    double insertionArea() {
        return mean(insertion);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
