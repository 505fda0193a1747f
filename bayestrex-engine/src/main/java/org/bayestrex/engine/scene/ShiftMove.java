/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.PriorMove;

/** One object shifted and turned a little: N(0, .3) and a twentieth of a turn, wrapped around at the ends. */
record ShiftMove(Layout layout) implements PriorMove {

    @Override
    public String name() {
        return "shift";
    }

    @Override
    public double[] propose(double[] latent, UniformRandomProvider random) {
        double[] proposed = latent.clone();
        Draws draws = new Draws(random);
        draws.shift(proposed, layout.object(draws.below(layout.count(latent))));
        return proposed;
    }
}
