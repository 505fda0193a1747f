/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How a latent of some points is distributed relative to a reference: constant ratios over so many equal cells, with a
 * Dirichlet prior around the reference, averaged over numbers of cells by their evidence. One cell, no difference at all, has half of the
 * prior probability: a latent that does not matter adds no noise, and few points claim little.
 */
final class BinnedFit {

    private static final int[] CELLS = {1, 2, 3, 4, 6, 8, 12, Bins.COUNT};
    private static final double NO_DIFFERENCE = .5;

    private BinnedFit() {}

    /**
     * Ratios.
     *
     * @param counts points in each bin, need not be whole
     * @param reference probability of each bin, positive, summing to 1
     * @return the points' density over the reference's, for each bin
     */
    static double[] ratios(double[] counts, double[] reference) {
        double[][] ratios = new double[CELLS.length][Bins.COUNT];
        double[] logEvidence = new double[CELLS.length];
        for (int p = 0; p < CELLS.length; p++) {
            double prior = p == 0 ? NO_DIFFERENCE : (1 - NO_DIFFERENCE) / (CELLS.length - 1);
            logEvidence[p] = Math.log(prior) + fit(counts, reference, CELLS[p], ratios[p]);
        }
        double[] weights = LogWeights.normalised(logEvidence);
        double[] averaged = new double[Bins.COUNT];
        for (int p = 0; p < CELLS.length; p++) {
            for (int bin = 0; bin < Bins.COUNT; bin++) {
                averaged[bin] += weights[p] * ratios[p][bin];
            }
        }
        return averaged;
    }

    /** Posterior means over so many cells; gives the log evidence relative to the reference, which is that of one cell. */
    private static double fit(double[] counts, double[] reference, int cells, double[] ratios) {
        int width = Bins.COUNT / cells;
        double all = Arrays.stream(counts).sum();
        double concentration = cells;
        double logEvidence = LogGamma.value(concentration) - LogGamma.value(concentration + all);
        for (int cell = 0; cell < cells; cell++) {
            double count = 0;
            double probability = 0;
            for (int bin = cell * width; bin < (cell + 1) * width; bin++) {
                count += counts[bin];
                probability += reference[bin];
            }
            double pseudo = concentration * probability;
            logEvidence += LogGamma.value(pseudo + count) - LogGamma.value(pseudo) - count * Math.log(probability);
            double ratio = cells == 1 ? 1 : (count + pseudo) / (all + concentration) / probability;
            Arrays.fill(ratios, cell * width, (cell + 1) * width, ratio);
        }
        return logEvidence;
    }
}
