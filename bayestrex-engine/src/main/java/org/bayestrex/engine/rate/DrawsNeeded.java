/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * How much evidence would settle what an interval leaves open, if the estimate stays what it is.
 *
 * <p>A plan for one further search, made before it runs: to look again and again until the interval happens to fit is
 * no test at its level any more.
 */
public final class DrawsNeeded {

    /** More independent draws than this are nobody's plan. */
    private static final double MANY = 1e12;

    private DrawsNeeded() {}

    /**
     * The smallest number of independent draws at which a share that stays at the estimate gets an interval wholly
     * below the limit, or wholly at or above it.
     *
     * @param estimate a share in [0, 1]; 0 means that no draw has the event
     * @param limit in (0, 1)
     * @param level coverage of the two-sided Clopper-Pearson interval
     * @return empty where the estimate is so close to the limit that no reasonable number does
     */
    public static OptionalDouble toSettle(double estimate, double limit, double level) {
        double alpha = (1 - level) / 2;
        return smallest(draws -> estimate < limit
                ? ClopperPearson.upper(estimate * draws, draws, alpha) < limit
                : ClopperPearson.lower(estimate * draws, draws, alpha) >= limit);
    }

    /** The number of independent draws whose Clopper-Pearson interval is as far above its estimate as this one's. */
    static OptionalDouble worth(Rate rate) {
        double alpha = (1 - rate.level()) / 2;
        return rate.estimate() < 1
                ? smallest(draws ->
                        ClopperPearson.upper(rate.estimate() * draws, draws, alpha) <= rate.upper() * (1 + 1e-9))
                : smallest(draws -> ClopperPearson.lower(draws, draws, alpha) >= rate.lower() * (1 - 1e-9));
    }

    /** Bisection over whole numbers, for a predicate that stays true once it is. */
    private static OptionalDouble smallest(DoublePredicate settles) {
        double enough = 1;
        while (!settles.test(enough)) {
            enough *= 2;
            if (enough > MANY) {
                return OptionalDouble.empty();
            }
        }
        double few = Math.floor(enough / 2);
        while (enough - few > 1) {
            double middle = Math.floor((few + enough) / 2);
            if (settles.test(middle)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return OptionalDouble.of(enough);
    }
}
