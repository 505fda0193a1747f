/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What proposals are made of. */
final class Draws {

    /** A twentieth of the range: .3 of positions, as the paper has it, and a twentieth of a turn. */
    private static final double STEP = .05;

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian gaussian;

    Draws(UniformRandomProvider random) {
        this.random = random;
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    }

    double normal() {
        return gaussian.sample();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** An object from the prior. */
    void fresh(double[] latent, int at) {
        for (int j = 0; j < Layout.OBJECT; j++) {
            latent[at + j] = normal();
        }
    }

    /** Another position and rotation near by. */
    void shift(double[] latent, int at) {
        wrap(latent, at + Layout.X);
        wrap(latent, at + Layout.Y);
        wrap(latent, at + Layout.ROTATION);
    }

    /** A step of the share, round the circle: symmetric, and the share stays uniform. */
    private void wrap(double[] latent, int at) {
        double share = Quantile.share(latent[at]) + STEP * normal();
        latent[at] = Quantile.latent(share - Math.floor(share));
    }
}
