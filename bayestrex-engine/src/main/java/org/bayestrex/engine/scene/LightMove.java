/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.PriorMove;

/**
 * Camera and lamps redrawn from the prior: all four, or one of them alone. Most networks hardly look at where light comes from, so
 * that a whole redraw is taken as often as a small step and leaves nothing of where they were.
 *
 * @param all whether all four at once; else one of them, each with the same probability
 */
record LightMove(Layout layout, boolean all) implements PriorMove {

    /** Coordinates of an offset. */
    private static final int OFFSET = 3;

    @Override
    public String name() {
        return all ? "camera and lamps anew" : "camera or a lamp anew";
    }

    @Override
    public double[] propose(double[] latent, UniformRandomProvider random) {
        double[] proposed = latent.clone();
        Draws draws = new Draws(random);
        int from = layout.jitter() + (all ? 0 : OFFSET * draws.below(Layout.JITTER / OFFSET));
        int to = all ? layout.size() : from + OFFSET;
        for (int j = from; j < to; j++) {
            proposed[j] = draws.normal();
        }
        return proposed;
    }
}
