/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Scenes as CLEVR makes them: one object after the other, each redrawn until it fits, and all from the start where one does not fit
 * after so many tries or too little of one is seen. Not the prior given that a scene is admitted, but near it, and quick for many
 * objects, of which a scene that is drawn whole is hardly ever admitted.
 */
final class Placement {

    /** CLEVR's number of tries for an object. */
    private static final int TRIES = 50;

    private final Grammar grammar;

    Placement(Grammar grammar) {
        this.grammar = grammar;
    }

    double[] draw(UniformRandomProvider random) {
        Draws draws = new Draws(random);
        Layout layout = grammar.layout();
        double[] latent = new double[layout.size()];
        for (int j = 0; j < latent.length; j++) {
            latent[j] = draws.normal();
        }
        // The number is kept when all is started over, or many objects would be rarer than few.
        double number = latent[0];
        while (!complete(latent, draws) || !Validity.holds(grammar.scene(latent))) {
            for (int j = 0; j < latent.length; j++) {
                latent[j] = draws.normal();
            }
            if (layout.counted()) {
                latent[0] = number;
            }
        }
        return latent;
    }

    private boolean complete(double[] latent, Draws draws) {
        Layout layout = grammar.layout();
        for (int i = 0; i < layout.count(latent); i++) {
            int tries = 0;
            while (!Validity.fits(grammar.scene(latent), i)) {
                if (++tries > TRIES) {
                    return false;
                }
                draws.fresh(latent, layout.object(i));
            }
        }
        return true;
    }
}
