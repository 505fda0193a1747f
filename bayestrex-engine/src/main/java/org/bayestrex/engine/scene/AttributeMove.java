/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.PriorMove;

/**
 * One category of one object changed: its share moves by whole cells, to any other cell with the same probability, and keeps its
 * place within the cell. The way back is as probable, and cells are equally wide, so that the share stays uniform.
 *
 * @param cells how many shapes, colours, materials and sizes there are
 */
record AttributeMove(Layout layout, int[] cells) implements PriorMove {

    @Override
    public String name() {
        return "attribute";
    }

    @Override
    public double[] propose(double[] latent, UniformRandomProvider random) {
        double[] proposed = latent.clone();
        Draws draws = new Draws(random);
        int at = layout.object(draws.below(layout.count(latent)));
        int kind = draws.below(cells.length);
        int many = cells[kind];
        if (many > 1) {
            double share = Quantile.share(latent[at + Layout.SHAPE + kind]) + (1. + draws.below(many - 1)) / many;
            proposed[at + Layout.SHAPE + kind] = Quantile.latent(share - Math.floor(share));
        }
        return proposed;
    }
}
