/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Weighted points, by the bins that their latents are in.
 *
 * @param bins of each point
 * @param weights of each point; they sum to what the points are worth
 * @param groups which latents can be exchanged
 */
record BinnedPoints(List<int[]> bins, double[] weights, LatentGroups groups) {

    /** Points whose weights are scaled to sum to their effective number (Kish). */
    static BinnedPoints of(double[][] points, double[] weights, LatentGroups groups) {
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        return new BinnedPoints(
                Arrays.stream(points).map(Bins::of).toList(),
                Arrays.stream(weights).map(weight -> weight * sum / squares).toArray(),
                groups);
    }

    int size() {
        return bins.size();
    }

    /** Every second point, from the first or from the second one on. */
    BinnedPoints half(int parity) {
        int[] kept = IntStream.range(0, size()).filter(i -> i % 2 == parity).toArray();
        List<int[]> half = new ArrayList<>();
        for (int i : kept) {
            half.add(bins.get(i));
        }
        return new BinnedPoints(
                half, Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray(), groups);
    }

    /** One of them, by weight. */
    int[] draw(UniformRandomProvider random) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int chosen = 0;
        while (chosen < weights.length - 1 && left >= weights[chosen]) {
            left -= weights[chosen++];
        }
        return bins.get(chosen);
    }
}
