/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.PriorMove;

/**
 * Bayes-TrEx's kernel: every attribute of every object at once. Positions move by N(0, .3) and rotations by a twentieth of a turn,
 * wrapped around at the ends, and each category is redrawn with probability .2.
 */
record PaperMove(Layout layout) implements PriorMove {

    private static final double REDRAWN = .2;

    @Override
    public String name() {
        return "all objects";
    }

    @Override
    public double[] propose(double[] latent, UniformRandomProvider random) {
        double[] proposed = latent.clone();
        Draws draws = new Draws(random);
        for (int i = 0; i < layout.count(latent); i++) {
            int at = layout.object(i);
            draws.shift(proposed, at);
            for (int j = Layout.SHAPE; j < Layout.OBJECT; j++) {
                if (random.nextDouble() < REDRAWN) {
                    proposed[at + j] = draws.normal();
                }
            }
        }
        return proposed;
    }
}
