/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.PriorMove;

/**
 * One object somewhere else: position and rotation redrawn from the prior, which is reversible with respect to it. What the object
 * is stays, and with it, often, the network's answer, which a whole object redrawn seldom leaves alone.
 */
record PlaceMove(Layout layout) implements PriorMove {

    @Override
    public String name() {
        return "elsewhere";
    }

    @Override
    public double[] propose(double[] latent, UniformRandomProvider random) {
        double[] proposed = latent.clone();
        Draws draws = new Draws(random);
        int at = layout.object(draws.below(layout.count(latent)));
        for (int kind : new int[] {Layout.X, Layout.Y, Layout.ROTATION}) {
            proposed[at + kind] = draws.normal();
        }
        return proposed;
    }
}
