/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.Softmax;

/** Importance weights, kept as logarithms. */
public final class LogWeights {

    private LogWeights() {}

    /** log(sum of exp), without overflow; negative infinity where all are. */
    public static double logSum(double[] logs) {
        return Softmax.logSum(logs);
    }

    /** Weights that sum to 1. */
    public static double[] normalised(double[] logs) {
        double sum = logSum(logs);
        return Arrays.stream(logs).map(log -> Math.exp(log - sum)).toArray();
    }

    /** Kish's effective number of draws, (sum w)^2 / sum w^2; 0 where all weights are. */
    public static double effectiveSize(double[] logs) {
        double[] doubled = Arrays.stream(logs).map(log -> 2 * log).toArray();
        double logSum = logSum(logs);
        return logSum == Double.NEGATIVE_INFINITY ? 0 : Math.exp(2 * logSum - logSum(doubled));
    }

    /** Systematic resampling: indices in ascending order, each about its weight times count times. */
    public static List<Integer> resample(double[] logs, int count, UniformRandomProvider random) {
        double[] weights = normalised(logs);
        List<Integer> chosen = new ArrayList<>(count);
        double offset = random.nextDouble();
        double cumulated = 0;
        for (int i = 0; i < weights.length && chosen.size() < count; i++) {
            cumulated += weights[i] * count;
            while (chosen.size() < count && chosen.size() + offset < cumulated) {
                chosen.add(i);
            }
        }
        while (chosen.size() < count) { // the sum of the weights rounded below one
            chosen.add(chosen.get(chosen.size() - 1));
        }
        return chosen;
    }
}
