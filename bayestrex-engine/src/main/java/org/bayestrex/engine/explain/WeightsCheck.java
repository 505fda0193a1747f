/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;

/**
 * Whether maps show what a model learned: those of a network of the same form with random weights must be others (Adebayo et
 * al. 2018, Sanity checks for saliency maps).
 *
 * @param method whose maps
 * @param correlations Spearman's rank correlation of both models' maps for each claim, in [-1, 1]; 0 where one map is constant
 */
public record WeightsCheck(String method, List<Double> correlations) {

    public WeightsCheck {
        correlations = List.copyOf(correlations);
    }

    /**
     * Makes the maps of both models and compares them with their signs. Magnitudes would be alike wherever a method multiplies by
     * the input, whose empty pixels are empty for both.
     *
     * @param trained the model
     * @param random the same with random weights, see {@code TorchScript.withRandomWeights}
     */
    public static WeightsCheck of(Saliency saliency, Classifier trained, Classifier random, List<Claim> claims) {
        List<Attribution> learned = saliency.of(trained, claims);
        List<Attribution> unlearned = saliency.of(random, claims);
        List<Double> correlations = new ArrayList<>();
        for (int i = 0; i < learned.size(); i++) {
            correlations.add(
                    correlation(learned.get(i).signed(), unlearned.get(i).signed()));
        }
        return new WeightsCheck(saliency.method(), correlations);
    }

    /** Mean of the absolute correlations: 1 where the maps ignore the weights. */
    public double likeness() {
        return correlations.stream().mapToDouble(Math::abs).average().orElse(Double.NaN);
    }

    static double correlation(Tensor one, Tensor other) {
        double[] a = ranks(one);
        double[] b = ranks(other);
        double mean = (a.length - 1) / 2.;
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - mean) * (b[i] - mean);
            squaresA += (a[i] - mean) * (a[i] - mean);
            squaresB += (b[i] - mean) * (b[i] - mean);
        }
        return squaresA == 0 || squaresB == 0 ? 0 : product / Math.sqrt(squaresA * squaresB);
    }

    /** From 0; equal values share their mean rank. */
    private static double[] ranks(Tensor map) {
        float[] sorted = map.toArray();
        Arrays.sort(sorted);
        return IntStream.range(0, map.size())
                .mapToDouble(i -> {
                    int first = Arrays.binarySearch(sorted, map.get(i));
                    int last = first;
                    while (first > 0 && sorted[first - 1] == sorted[last]) {
                        first--;
                    }
                    while (last < sorted.length - 1 && sorted[last + 1] == sorted[first]) {
                        last++;
                    }
                    return (first + last) / 2.;
                })
                .toArray();
    }
}
