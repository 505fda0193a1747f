/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The interval of the mean exp(mu + s^2 / 2) of a log-normal quantity from a few values of it: the generalised
 * confidence interval of Krishnamoorthy and Mathew (2003, Journal of Statistical Planning and Inference 115).
 *
 * <p>Given the values, s^2 is distributed as S^2 (C - 1) / chi-square and mu as normal around the mean of the logs with
 * variance s^2 / C; the bounds are quantiles of mu + s^2 / 2. Unlike a t interval around the log of the mean it knows
 * that a mean of few such values is most often too low, for the rare large values that carry it are missing.
 */
final class LogNormalMean {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int NODES = 96;
    private static final double NEGLIGIBLE = 1e-12;
    private static final int BISECTIONS = 60;

    private final double mean;
    /** Possible values of s^2 and the chances of each. */
    private final double[] variances = new double[NODES];

    private final double[] chances = new double[NODES];
    private final int count;

    /**
     * From the logs of at least two values that are not all equal.
     *
     * @param logs finite
     */
    LogNormalMean(double[] logs) {
        count = logs.length;
        mean = Arrays.stream(logs).average().orElseThrow();
        int degrees = count - 1;
        double variance =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum() / degrees;
        // The trapezoidal rule in y = log(chi-square / degrees), whose density is proportional to exp(d (y - e^y) / 2).
        double first = -60.0 / degrees;
        double step = (Math.log1p(80.0 / degrees) - first) / (NODES - 1);
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double y = first + i * step;
            variances[i] = variance * Math.exp(-y);
            chances[i] = Math.exp(.5 * degrees * (1 + y - Math.exp(y)));
            sum += chances[i];
        }
        for (int i = 0; i < NODES; i++) {
            chances[i] /= sum;
        }
    }

    /** The log of a bound that is above the mean with this probability. */
    double logQuantile(double probability) {
        double reach = 1;
        while (chanceBelow(mean - reach) > probability || chanceBelow(mean + reach) < probability) {
            reach *= 2;
        }
        double low = mean - reach;
        double high = mean + reach;
        for (int i = 0; i < BISECTIONS && high - low > 1e-7 * reach; i++) {
            double middle = (low + high) / 2;
            if (chanceBelow(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double chanceBelow(double value) {
        double chance = 0;
        for (int i = 0; i < NODES; i++) {
            if (chances[i] < NEGLIGIBLE) {
                continue;
            }
            double z = (value - mean - variances[i] / 2) / Math.sqrt(variances[i] / count);
            chance += z > 8 ? chances[i] : z < -8 ? 0 : chances[i] * NORMAL.cumulativeProbability(z);
        }
        return chance;
    }
}
