/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import java.util.Arrays;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tests on independent samples. */
final class Samples {

    private Samples() {}

    /**
     * p-value of two samples having one distribution: Pearson's chi-square where there are few values, Kolmogorov and Smirnov's
     * distance otherwise.
     */
    static double differ(double[] one, double[] other) {
        long values = Arrays.stream(one).distinct().count();
        return values <= 12 ? chiSquare(one, other) : kolmogorovSmirnov(one, other);
    }

    private static double chiSquare(double[] one, double[] other) {
        TreeMap<Double, int[]> table = new TreeMap<>();
        Arrays.stream(one).forEach(value -> table.computeIfAbsent(value, key -> new int[2])[0]++);
        Arrays.stream(other).forEach(value -> table.computeIfAbsent(value, key -> new int[2])[1]++);
        double sum = 0;
        int cells = 0;
        for (int[] cell : table.values()) {
            double expected = (cell[0] + cell[1]) / 2.;
            if (expected >= 5) {
                sum += 2 * (cell[0] - expected) * (cell[0] - expected) / expected;
                cells++;
            }
        }
        return cells < 2 ? 1 : ChiSquaredDistribution.of(cells - 1).survivalProbability(sum);
    }

    private static double kolmogorovSmirnov(double[] one, double[] other) {
        double[] a = one.clone();
        double[] b = other.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= at) {
                i++;
            }
            while (j < b.length && b[j] <= at) {
                j++;
            }
            distance = Math.max(distance, Math.abs(i / (double) a.length - j / (double) b.length));
        }
        double root = Math.sqrt(a.length * (double) b.length / (a.length + b.length));
        double x = distance * (root + .12 + .11 / root);
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2. * k * k * x * x);
        }
        return x < .2 ? 1 : Math.min(1, sum);
    }

    /** p-value of a mean of 0, by the central limit. */
    static double meanIsZero(double[] sample) {
        double mean = Arrays.stream(sample).average().orElseThrow();
        double variance =
                Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum() / (sample.length - 1.);
        return variance == 0
                ? 1
                : 2
                        * NormalDistribution.of(0, 1)
                                .survivalProbability(Math.abs(mean) / Math.sqrt(variance / sample.length));
    }
}
