/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.Arrays;

/**
 * Lagrange multipliers of constraints of one kind: they rise where the constraint is violated, fall where it is not, and stay
 * between a least value, 0 in the paper, and {@value #MOST} (De Cao et al. 2020, section 2.4).
 */
final class Multiplier {

    static final float MOST = 200;

    private final float[] values;
    private final float least;
    private final RmsProp optimiser;

    Multiplier(int count, double least, double rate) {
        this.least = (float) least;
        values = new float[count];
        Arrays.fill(values, Math.max(1, this.least));
        optimiser = RmsProp.plain(rate).withLookahead();
    }

    /** @param excess divergence less what is allowed, of each constraint */
    void ascend(float[] excess) {
        float[] down = new float[excess.length];
        for (int i = 0; i < down.length; i++) {
            down[i] = -excess[i];
        }
        optimiser.step(values, down, 1);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(MOST, Math.max(least, values[i]));
        }
    }

    double value(int index) {
        return values[index];
    }

    double[] values() {
        double[] all = new double[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i];
        }
        return all;
    }
}
