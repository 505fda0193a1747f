/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/**
 * All orders in which groups can play roles, summed by dynamic programming over sets of groups: the permanent of a matrix and,
 * for each role and group, the share of the orders in which they meet. Takes m 2^m steps instead of m!.
 */
final class Assignments {

    private final double[][] fits;
    private final int all;
    /** For each set of groups, the sum over orders in which it plays the first roles. */
    private final double[] first;

    /**
     * The orders of a matrix.
     *
     * @param fits how well each role, the row, fits each group, the column; square, positive
     */
    Assignments(double[][] fits) {
        this.fits = fits;
        this.all = (1 << fits.length) - 1;
        this.first = new double[all + 1];
        first[0] = 1;
        for (int set = 1; set <= all; set++) {
            int role = Integer.bitCount(set) - 1;
            for (int group = 0; group < fits.length; group++) {
                if ((set >> group & 1) == 1) {
                    first[set] += first[set ^ 1 << group] * fits[role][group];
                }
            }
        }
    }

    /** Mean over all orders of the product of fits. */
    double mean() {
        double mean = first[all];
        for (int i = 2; i <= fits.length; i++) {
            mean /= i;
        }
        return mean;
    }

    /** For each role and group the share of the orders, by their products of fits, in which they meet. */
    double[][] shares() {
        int m = fits.length;
        double[] last = new double[all + 1];
        last[0] = 1;
        for (int set = 1; set <= all; set++) {
            int role = m - Integer.bitCount(set);
            for (int group = 0; group < m; group++) {
                if ((set >> group & 1) == 1) {
                    last[set] += last[set ^ 1 << group] * fits[role][group];
                }
            }
        }
        double[][] shares = new double[m][m];
        for (int set = 0; set < all; set++) {
            int role = Integer.bitCount(set);
            for (int group = 0; group < m; group++) {
                if ((set >> group & 1) == 0) {
                    int rest = all ^ set ^ 1 << group;
                    shares[role][group] += first[set] * fits[role][group] * last[rest] / first[all];
                }
            }
        }
        return shares;
    }
}
