/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.Arrays;

/**
 * What one input's prediction needs.
 *
 * @param expectation of each position the probability that it is kept, P(z != 0); 0 where the input has no such position
 * @param gate of each position the gate that the following values were found with, in [0, 1], without chance
 * @param keptShare share of the positions whose gate is not 0
 * @param divergence of the masked prediction from the model's own, Kullback-Leibler, in nats
 * @param violation how much of it is beyond what was allowed; 0 where the constraint is met
 * @param multiplier the constraint's: how dear its last bit was; at its limit, the constraint could not be met
 * @param predicted the class that the model favours
 * @param predictedMasked the class that it favours of the masked input
 */
public record Mask(
        double[] expectation,
        double[] gate,
        double keptShare,
        double divergence,
        double violation,
        double multiplier,
        int predicted,
        int predictedMasked) {

    /** Whether the mask leaves the favoured class as it is. */
    public boolean keepsPrediction() {
        return predicted == predictedMasked;
    }

    /** Number of positions that are expected to be kept. */
    double open() {
        return Arrays.stream(expectation).sum();
    }

    /** Whether these are the better gates of one input: closer to what is allowed, or within it and fewer open. */
    boolean isBetterThan(Mask other) {
        return violation == other.violation ? open() < other.open() : violation < other.violation;
    }

    /** The expectation as a distribution over the positions, with the sum 1. */
    public double[] attribution() {
        double sum = open();
        double[] shares = expectation.clone();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
