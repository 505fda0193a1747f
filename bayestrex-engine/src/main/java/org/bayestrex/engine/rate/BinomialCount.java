/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

/**
 * How often something happened in independent trials: 985 of 1,000 images of a class were recognised.
 *
 * @param events 0 or more
 * @param trials at least as many
 */
public record BinomialCount(long events, long trials) {

    public BinomialCount {
        if (events < 0 || events > trials) {
            throw new IllegalArgumentException(
                    "Events must be between 0 and the number of trials, but are " + events + " of " + trials);
        }
    }

    /** The share, in [0, 1]; NaN without any trial. */
    public double share() {
        return (double) events / trials;
    }

    /** The share with its exact interval; {@link Rate#unknown} without any trial. */
    Rate rate(double level, String what) {
        return ClopperPearson.of(events, trials, level, what);
    }
}
