/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.Map;

/** The mean gradient of each claim over its variants, and the mean of its absolute values. */
final class GradientMeans implements Passes.Reader {

    private final double[][] sums;
    private final double[][] absoluteSums;
    private final int[] counts;

    GradientMeans(int claims, int width) {
        sums = new double[claims][width];
        absoluteSums = new double[claims][width];
        counts = new int[claims];
    }

    @Override
    public void read(int claim, int variant, float[] gradient) {
        counts[claim]++;
        for (int i = 0; i < gradient.length; i++) {
            sums[claim][i] += gradient[i];
            absoluteSums[claim][i] += Math.abs(gradient[i]);
        }
    }

    double[] signed(int claim) {
        return divided(sums[claim], counts[claim]);
    }

    Values of(int claim, Map<String, Double> figures) {
        return new Values(signed(claim), divided(absoluteSums[claim], counts[claim]), figures);
    }

    private static double[] divided(double[] sums, int count) {
        double[] means = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            means[i] = sums[i] / count;
        }
        return means;
    }
}
