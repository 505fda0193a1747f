/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Latents, which are normal, as shares, which are uniform, and back. */
final class Quantile {

    private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Nearer to 0 or 1 a share's latent is as good as infinite. */
    private static final double EXTREME = 1e-12;

    private Quantile() {}

    /** Phi(z). */
    static double share(double latent) {
        return NORMAL.cumulativeProbability(latent);
    }

    /** The latent of a share, finite for any share from 0 to 1. */
    static double latent(double share) {
        return NORMAL.inverseCumulativeProbability(Math.max(EXTREME, Math.min(1 - EXTREME, share)));
    }

    /** Which of so many equally probable cells a latent is in. */
    static int cell(double latent, int cells) {
        return Math.min(cells - 1, (int) (share(latent) * cells));
    }

    /** The middle of a cell. */
    static double middle(int cell, int cells) {
        return latent((cell + .5) / cells);
    }
}
