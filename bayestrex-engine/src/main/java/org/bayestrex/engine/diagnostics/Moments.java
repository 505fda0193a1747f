/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import java.util.Arrays;

/** Means and sample variances, in two passes so that a large mean does not eat a small variance. */
final class Moments {

    private Moments() {}

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Sample variance with divisor n - 1; NaN for fewer than two values. */
    static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : squares / (values.length - 1);
    }

    static double[] means(double[][] chains) {
        return Arrays.stream(chains).mapToDouble(Moments::mean).toArray();
    }

    static double meanVariance(double[][] chains) {
        return Arrays.stream(chains).mapToDouble(Moments::variance).average().orElse(Double.NaN);
    }
}
