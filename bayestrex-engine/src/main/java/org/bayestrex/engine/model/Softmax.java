/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.Arrays;

/** From logits to probabilities, in double: a float softmax reaches exactly 1, and its gradient dies. */
public final class Softmax {

    private Softmax() {}

    /** The probabilities of a row of logits, [classes]. */
    public static double[] of(double[] logits) {
        return Arrays.stream(logarithms(logits)).map(Math::exp).toArray();
    }

    /** The logarithms of the probabilities, [classes]: finite where a probability is too small for a double. */
    public static double[] logarithms(double[] logits) {
        double logSum = logSum(logits);
        return Arrays.stream(logits).map(logit -> logit - logSum).toArray();
    }

    /** log(sum of exp), without overflow; negative infinity where all are, and of none. */
    public static double logSum(double[] logs) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            highest = Math.max(highest, log);
        }
        if (highest == Double.NEGATIVE_INFINITY) {
            return highest;
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - highest);
        }
        return highest + Math.log(sum);
    }
}
