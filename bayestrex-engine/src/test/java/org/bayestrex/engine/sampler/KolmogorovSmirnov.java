/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** One-sample Kolmogorov-Smirnov test against a continuous distribution. */
final class KolmogorovSmirnov {

    private KolmogorovSmirnov() {}

    /** p-value by Kolmogorov's series with Stephens's correction for finite samples. */
    static double pValue(double[] sample, DoubleUnaryOperator distribution) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double p = distribution.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(p - (double) i / n, (i + 1.0) / n - p));
        }
        double root = Math.sqrt(n);
        double x = distance * (root + .12 + .11 / root);
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
        }
        return x < .2 ? 1 : Math.min(1, sum);
    }
}
