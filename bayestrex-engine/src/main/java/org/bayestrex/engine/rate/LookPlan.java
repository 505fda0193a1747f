/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

/**
 * How often a search is looked at, and at which level each time, planned before its first draw. The chance of error is
 * split over the looks (Bonferroni; the last keeps more, as Haybittle 1971 and Peto 1976 have it): half of it is the last
 * look's, and those on the way have equal parts of the other half. So the intervals of all looks together hold the truth at
 * the {@linkplain Rate#DEFAULT_LEVEL default level}, whichever of them ends the search.
 *
 * @param onTheWay looks before the last one, 0 or more
 */
public record LookPlan(int onTheWay) {

    /** The part of the error that the last look keeps, where there are others. */
    private static final double LAST = .5;

    /** One look, when the search is over. */
    public static final LookPlan AT_THE_END = new LookPlan(0);

    public LookPlan {
        if (onTheWay < 0) {
            throw new IllegalArgumentException("There cannot be " + onTheWay + " looks");
        }
    }

    /** All looks. */
    public int looks() {
        return onTheWay + 1;
    }

    /** The part of the chance of error that belongs to a look, in (0, 1]. */
    public double share(boolean last) {
        return onTheWay == 0 ? 1 : last ? LAST : (1 - LAST) / onTheWay;
    }

    /** The level of a look's two-sided intervals. */
    public double level(boolean last) {
        return onTheWay == 0 ? Rate.DEFAULT_LEVEL : 1 - (1 - Rate.DEFAULT_LEVEL) * share(last);
    }
}
