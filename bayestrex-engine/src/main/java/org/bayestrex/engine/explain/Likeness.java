/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import org.bayestrex.engine.rate.Rate;

/** How an input stands to the training images, measured by how held-out images stand to them. */
public enum Likeness {
    /** Nearer than 99 of 100 held-out images, to one training image far more than to the next ones. */
    MEMORISED("memorised"),
    /** Nearer than 99 of 100 held-out images, but to many alike: smooth pictures are near to everything. */
    NEARER_THAN_DATA("nearer than data"),
    /** As near as held-out images are. */
    IN_DISTRIBUTION("in distribution"),
    /** Farther than 99 of 100 held-out images. */
    OFF_THE_DATA("off the data");

    private static final double EXTREME = .01;

    private final String words;

    Likeness(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    static Likeness of(Rate nearerHeldOut, Rate smallerRatios) {
        if (nearerHeldOut.estimate() > 1 - EXTREME) {
            return OFF_THE_DATA;
        }
        if (nearerHeldOut.estimate() >= EXTREME) {
            return IN_DISTRIBUTION;
        }
        return smallerRatios.estimate() < EXTREME ? MEMORISED : NEARER_THAN_DATA;
    }
}
