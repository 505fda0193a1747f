/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A 95% interval from the islands' logarithms: as wide as Student's t says, around the logarithm of the mean,
 * as it is the means that are unbiased, not their logarithms.
 */
record IslandInterval(double lower, double upper) {

    static IslandInterval of(double[] logs) {
        int n = logs.length;
        double mean = Arrays.stream(logs).average().orElseThrow();
        double squares = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum();
        double error = Math.sqrt(squares / (n - 1) / n);
        double t = TDistribution.of(n - 1).inverseSurvivalProbability(.025);
        double centre = LogWeights.logSum(logs) - Math.log(n);
        return new IslandInterval(centre - t * error, centre + t * error);
    }

    boolean contains(double log) {
        return lower <= log && log <= upper;
    }

    /** Upper bound by lower bound, of what the logarithms are of. */
    double ratio() {
        return Math.exp(upper - lower);
    }
}
