/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.PriorMove;

/** One object anew, from the prior, whichever it is. */
record RedrawMove(Layout layout) implements PriorMove {

    @Override
    public String name() {
        return "new object";
    }

    @Override
    public double[] propose(double[] latent, UniformRandomProvider random) {
        double[] proposed = latent.clone();
        Draws draws = new Draws(random);
        draws.fresh(proposed, layout.object(draws.below(layout.count(latent))));
        return proposed;
    }
}
