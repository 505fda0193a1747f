/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The values of a latent in bins that are equally probable under N(0, 1). Their number is a multiple of 2, 3, 4 and 8, so that
 * categories which are equally wide cells of u = Phi(z) are unions of bins.
 */
final class Bins {

    static final int COUNT = 24;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Nearer to 0 or 1 a share's latent is as good as infinite. */
    private static final double EXTREME = 1e-12;

    /** Upper ends, but for the last one. */
    private static final double[] ENDS = IntStream.range(1, COUNT)
            .mapToDouble(bin -> NORMAL.inverseCumulativeProbability(bin / (double) COUNT))
            .toArray();

    private Bins() {}

    /** Which bin a latent is in. */
    static int of(double latent) {
        int found = Arrays.binarySearch(ENDS, latent);
        return found < 0 ? -1 - found : found + 1;
    }

    /** Which bin each latent is in. */
    static int[] of(double[] latents) {
        return Arrays.stream(latents).mapToInt(Bins::of).toArray();
    }

    /** A latent of N(0, 1) given its bin. */
    static double draw(int bin, UniformRandomProvider random) {
        double share = (bin + random.nextDouble()) / COUNT;
        double latent = NORMAL.inverseCumulativeProbability(Math.max(EXTREME, Math.min(1 - EXTREME, share)));
        // Rounding may lead over the end of the bin, and the density there is another.
        double least = bin == 0 ? Double.NEGATIVE_INFINITY : ENDS[bin - 1];
        double most = bin == COUNT - 1 ? Double.POSITIVE_INFINITY : Math.nextDown(ENDS[bin]);
        return Math.max(least, Math.min(most, latent));
    }

    /** A latent of N(0, 1). */
    static double draw(UniformRandomProvider random) {
        return ZigguratSampler.NormalizedGaussian.of(random).sample();
    }
}
