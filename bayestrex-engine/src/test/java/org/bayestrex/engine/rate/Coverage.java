/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.function.LongFunction;

/**
 * Shares of intervals that hold the truth, that lie wholly below it and wholly above it. One that lies below is one with
 * which a gate whose limit is the truth would pass.
 */
record Coverage(double share, double tooLow, double tooHigh) {

    static Coverage of(double truth, int repetitions, LongFunction<Rate> measure) {
        int low = 0;
        int high = 0;
        for (long seed = 0; seed < repetitions; seed++) {
            Rate rate = measure.apply(seed);
            low += rate.below(truth) == Verdict.PASS ? 1 : 0;
            high += rate.lower() > truth ? 1 : 0;
        }
        double n = repetitions;
        return new Coverage(1 - (low + high) / n, low / n, high / n);
    }
}
