/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.PriorMove;

/**
 * Camera and lamps moved a little by an autoregressive step, z' = sqrt(1 - b^2) z + b xi (preconditioned Crank-Nicolson, Cotter
 * et al. 2013), which is reversible with respect to N(0, I).
 */
record JitterMove(Layout layout) implements PriorMove {

    private static final double STEP = .4;

    @Override
    public String name() {
        return "camera and lamps";
    }

    @Override
    public double[] propose(double[] latent, UniformRandomProvider random) {
        double[] proposed = latent.clone();
        Draws draws = new Draws(random);
        for (int j = layout.jitter(); j < layout.size(); j++) {
            proposed[j] = Math.sqrt(1 - STEP * STEP) * latent[j] + STEP * draws.normal();
        }
        return proposed;
    }
}
