/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

/** A plain draw from the prior, as the pilot made it: an input as it comes, and what the model says of it. */
public final class PriorDraw {

    private final double[] latent;
    private final double[] confidences;

    PriorDraw(double[] latent, double[] confidences) {
        this.latent = latent;
        this.confidences = confidences;
    }

    /** The latent point, length d; a copy. */
    public double[] latent() {
        return latent.clone();
    }

    /** Probability of each class, in [0, 1], summing to 1; a copy. */
    public double[] confidences() {
        return confidences.clone();
    }
}
