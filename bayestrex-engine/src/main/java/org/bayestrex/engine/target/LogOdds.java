/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import java.util.function.IntPredicate;

/** Log-odds from log-probabilities, exact where the probabilities themselves round to 0 or 1. */
final class LogOdds {

    private LogOdds() {}

    /** Log-odds of a probability in (0, 1). */
    static double of(double probability) {
        return Math.log(probability) - Math.log1p(-probability);
    }

    /** Log-odds of a set of classes against all others; infinite where there are no others. */
    static double of(double[] logProbabilities, IntPredicate among) {
        return logSum(logProbabilities, among) - logSum(logProbabilities, among.negate());
    }

    private static double logSum(double[] logs, IntPredicate among) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logs.length; k++) {
            highest = among.test(k) ? Math.max(highest, logs[k]) : highest;
        }
        if (highest == Double.NEGATIVE_INFINITY) {
            return highest;
        }
        double sum = 0;
        for (int k = 0; k < logs.length; k++) {
            sum += among.test(k) ? Math.exp(logs[k] - highest) : 0;
        }
        return highest + Math.log(sum);
    }
}
