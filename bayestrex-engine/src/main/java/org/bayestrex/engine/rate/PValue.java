/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.function.DoubleFunction;

/**
 * The p-value that belongs to a family of intervals: the smallest chance of error at which the one-sided end of the
 * interval still lies on the right side of a limit (tests and intervals are each other's inverse; Lehmann and Romano
 * 2005, Testing Statistical Hypotheses, section 3.5). Smaller ones than {@value #LEAST} are not told apart.
 */
public final class PValue {

    /** Below this, the tails of intervals are no longer to be trusted. */
    public static final double LEAST = 1e-9;

    private static final int STEPS = 18;
    /** The widest one-sided error that a two-sided interval has. */
    private static final double MOST = .5 - 1e-9;

    private PValue() {}

    /**
     * Of a verdict on a gate: of PASS under the hypothesis that the limit is not kept, of FAIL under the one that it is.
     *
     * @param atLevel the quantity's interval at a two-sided level, narrower for a smaller one
     * @return 1 where not even the narrowest interval has that verdict
     */
    public static double of(Gate gate, Verdict verdict, DoubleFunction<Rate> atLevel) {
        if (gate.verdict(atLevel.apply(1 - 2 * MOST)) != verdict) {
            return 1;
        }
        if (gate.verdict(atLevel.apply(1 - 2 * LEAST)) == verdict) {
            return LEAST;
        }
        double little = Math.log(LEAST);
        double much = Math.log(MOST);
        for (int i = 0; i < STEPS; i++) {
            double middle = (little + much) / 2;
            if (gate.verdict(atLevel.apply(1 - 2 * Math.exp(middle))) == verdict) {
                much = middle;
            } else {
                little = middle;
            }
        }
        return Math.exp(much); // the side that errs towards a larger one
    }
}
