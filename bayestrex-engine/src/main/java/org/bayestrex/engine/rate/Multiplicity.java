/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How p-values of one family are made to bear that there are many. */
public enum Multiplicity {
    /** Each for itself. */
    NONE,
    /**
     * Step-down: the chance of any error at all among the hypotheses that hold is at most the level, however they depend
     * on each other (Holm 1979, Scandinavian Journal of Statistics 6).
     */
    HOLM,
    /**
     * Step-up: the expected share of errors among the rejected is at most the level, for hypotheses that are independent
     * or depend positively on each other (Benjamini and Hochberg 1995, JRSS B 57; Benjamini and Yekutieli 2001).
     */
    BENJAMINI_HOCHBERG;

    /**
     * Adjusted p-values, in the order of the raw ones: a hypothesis is rejected at a level where its adjusted p-value is
     * at most that level.
     *
     * @param raw each in [0, 1]
     * @throws IllegalArgumentException when one is not
     */
    public double[] adjusted(double[] raw) {
        for (double p : raw) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("A p-value lies in [0, 1], but one is " + p);
            }
        }
        if (this == NONE) {
            return raw.clone();
        }
        int[] order = IntStream.range(0, raw.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> raw[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return this == HOLM ? stepDown(raw, order) : stepUp(raw, order);
    }

    private static double[] stepDown(double[] raw, int[] order) {
        double[] adjusted = new double[raw.length];
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, Math.min(1, (order.length - rank) * raw[order[rank]]));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }

    private static double[] stepUp(double[] raw, int[] order) {
        double[] adjusted = new double[raw.length];
        Arrays.fill(adjusted, 1);
        double smallest = 1;
        for (int rank = order.length - 1; rank >= 0; rank--) {
            smallest = Math.min(smallest, raw[order[rank]] * order.length / (rank + 1));
            adjusted[order[rank]] = smallest;
        }
        return adjusted;
    }
}
