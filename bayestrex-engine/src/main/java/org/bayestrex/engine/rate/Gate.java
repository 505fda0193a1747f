/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.List;

/**
 * A limit that is known before the search: below it, or above it, a release may go on.
 *
 * @param quantity what is limited
 * @param side where it is to be
 * @param limit in (0, 1)
 */
public record Gate(Quantity quantity, Side side, double limit) {

    /** On which side of the limit a quantity is to be. */
    public enum Side {
        /** Smaller than the limit. */
        BELOW,
        /** Larger than the limit. */
        ABOVE
    }

    public Gate {
        if (!(limit > 0 && limit < 1)) {
            throw new IllegalArgumentException("The limit of the %s must lie between 0 and 1, both excluded, but is %s"
                    .formatted(quantity.words(), limit));
        }
    }

    /**
     * The failure rate is to be below the limit.
     *
     * @throws IllegalArgumentException when the limit does not lie in (0, 1)
     */
    public static Gate failureRateBelow(double limit) {
        return new Gate(Quantity.FAILURE_RATE, Side.BELOW, limit);
    }

    /**
     * The mass of the level set is to be below the limit.
     *
     * @throws IllegalArgumentException when the limit does not lie in (0, 1)
     */
    public static Gate levelSetMassBelow(double limit) {
        return new Gate(Quantity.LEVEL_SET_MASS, Side.BELOW, limit);
    }

    /**
     * The mass of the level set is to be above the limit.
     *
     * @throws IllegalArgumentException when the limit does not lie in (0, 1)
     */
    public static Gate levelSetMassAbove(double limit) {
        return new Gate(Quantity.LEVEL_SET_MASS, Side.ABOVE, limit);
    }

    /**
     * The share of wrong predictions in the level set is to be below the limit.
     *
     * @throws IllegalArgumentException when the limit does not lie in (0, 1)
     */
    public static Gate wrongLabelShareBelow(double limit) {
        return new Gate(Quantity.WRONG_LABEL_SHARE, Side.BELOW, limit);
    }

    /** What an interval says of it, whatever else speaks against the evidence. */
    public Verdict verdict(Rate rate) {
        return side == Side.BELOW ? rate.below(limit) : rate.above(limit);
    }

    /** The claim, held against the evidence. */
    public Check check(Rate rate, List<String> problems) {
        return side == Side.BELOW
                ? Check.below(quantity.words(), rate, limit, problems)
                : Check.above(quantity.words(), rate, limit, problems);
    }

    /** For people: "failure rate below 0.001". */
    @Override
    public String toString() {
        return quantity.words() + (side == Side.BELOW ? " below " : " above ") + Check.exact(limit);
    }
}
