/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;

/** Mean of correlated draws with its standard error by the method of batch means. */
record BatchMeans(double mean, double standardError) {

    static BatchMeans of(double[] draws, int batches) {
        int size = draws.length / batches;
        double[] means = new double[batches];
        for (int b = 0; b < batches; b++) {
            means[b] = Arrays.stream(draws, b * size, (b + 1) * size).average().orElseThrow();
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        double squares = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
        return new BatchMeans(mean, Math.sqrt(squares / (batches - 1) / batches));
    }

    /** How many standard errors the mean lies from its expectation. */
    double zScore(double expected) {
        return (mean - expected) / standardError;
    }
}
