/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import java.util.List;

/**
 * How each latent is distributed among admitted draws of the prior, in bins. What is admitted favours some values, small objects
 * say; a proposal that is drawn again until it is admitted has that preference anyway, and learns only what differs from it.
 *
 * @param ofGroups for each latent of a group, whichever group it is, the probability of each bin
 * @param ofOthers for each other latent the probability of each bin
 */
record LatentReference(double[][] ofGroups, double[][] ofOthers) {

    private static final double[] EVEN = new double[Bins.COUNT];

    static {
        Arrays.fill(EVEN, 1.0 / Bins.COUNT);
    }

    /** Of draws of the prior, at least one. */
    static LatentReference of(List<double[]> draws, LatentGroups groups) {
        double[][] inGroups = new double[groups.width()][Bins.COUNT];
        double[][] among = new double[groups.others().length][Bins.COUNT];
        for (double[] draw : draws) {
            int[] bins = Bins.of(draw);
            for (int[] latents : groups.groups()) {
                for (int j = 0; j < latents.length; j++) {
                    inGroups[j][bins[latents[j]]]++;
                }
            }
            for (int i = 0; i < among.length; i++) {
                among[i][bins[groups.others()[i]]]++;
            }
        }
        return new LatentReference(probabilities(inGroups), probabilities(among));
    }

    private static double[][] probabilities(double[][] counts) {
        return Arrays.stream(counts)
                .map(each -> Arrays.stream(BinnedFit.ratios(each, EVEN))
                        .map(ratio -> ratio / Bins.COUNT)
                        .toArray())
                .toArray(double[][]::new);
    }
}
