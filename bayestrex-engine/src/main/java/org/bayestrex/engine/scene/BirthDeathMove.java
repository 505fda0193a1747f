/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.PriorMove;

/**
 * One object more, or one less, each with probability 1/2.
 *
 * <p>A birth from n objects draws an object from the prior and puts it at one of the n + 1 slots 0 ... n; those behind move up by
 * one, and the latents of the slot n, which stood for nothing, are dropped. A death from n + 1 objects takes one of the n + 1 away,
 * those behind move down, and the slot n is drawn from the prior. The number's latent moves by one cell and keeps its place within.
 *
 * <p>It is reversible with respect to N(0, I). Let o be the n objects, b the new one, a what the slot n held, and phi the normal
 * density. The number's share is uniform, so that both numbers have the same prior and shifting the share by a cell is symmetric.
 * The way up has the density phi(o) phi(a) from the prior, times 1/2 for a birth, 1/(n + 1) for the slot and phi(b) for the object;
 * the way down phi(o) phi(b), times 1/2 for a death, 1/(n + 1) for choosing b, and phi(a) for the slot that becomes free. These are
 * equal. At the largest number a birth, and at the smallest a death, stays where it is: a loop is its own way back, so the
 * probability 1/2 holds at the ends too, where drawing the only possible direction instead would be wrong.
 */
record BirthDeathMove(Layout layout) implements PriorMove {

    @Override
    public String name() {
        return "one more or less";
    }

    @Override
    public double[] propose(double[] latent, UniformRandomProvider random) {
        double[] proposed = latent.clone();
        Draws draws = new Draws(random);
        int count = layout.count(latent);
        boolean birth = random.nextBoolean();
        if (birth && count < layout.most()) {
            int slot = layout.object(draws.below(count + 1));
            int end = layout.object(count);
            System.arraycopy(latent, slot, proposed, slot + Layout.OBJECT, end - slot);
            draws.fresh(proposed, slot);
            proposed[0] = nextCell(latent[0], 1);
        } else if (!birth && count > layout.fewest()) {
            int slot = layout.object(draws.below(count));
            int last = layout.object(count - 1);
            System.arraycopy(latent, slot + Layout.OBJECT, proposed, slot, last - slot);
            draws.fresh(proposed, last);
            proposed[0] = nextCell(latent[0], -1);
        }
        return proposed;
    }

    private double nextCell(double latent, int cells) {
        return Quantile.latent(Quantile.share(latent) + cells / (double) layout.counts());
    }
}
