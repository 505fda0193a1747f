/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * Repeated measurements of one figure.
 *
 * @param lowest the smallest: of a time, the one that was disturbed least
 * @param lowerQuartile a quarter lies below
 * @param median half lies below
 * @param upperQuartile three quarters lie below
 */
record Spread(double lowest, double lowerQuartile, double median, double upperQuartile) {

    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no measurement");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Spread(sorted[0], at(sorted, .25), at(sorted, .5), at(sorted, .75));
    }

    private static double at(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
