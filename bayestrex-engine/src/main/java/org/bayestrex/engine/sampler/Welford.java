/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/**
 * Running variance of each coordinate (Welford 1962), shrunk towards a small unit metric as in Stan, so
 * that a short window can't produce a wild metric.
 */
final class Welford {

    private static final double PRIOR_DRAWS = 5;
    private static final double PRIOR_VARIANCE = 1e-3;

    private final double[] mean;
    private final double[] squares;
    private int draws;

    Welford(int dimension) {
        this.mean = new double[dimension];
        this.squares = new double[dimension];
    }

    void add(double[] position) {
        draws++;
        for (int i = 0; i < mean.length; i++) {
            double fromOldMean = position[i] - mean[i];
            mean[i] += fromOldMean / draws;
            squares[i] += fromOldMean * (position[i] - mean[i]);
        }
    }

    /** Adds the draws of another (Chan, Golub and LeVeque 1979). */
    void addAll(Welford other) {
        int all = draws + other.draws;
        for (int i = 0; i < mean.length && all > 0; i++) {
            double between = other.mean[i] - mean[i];
            squares[i] += other.squares[i] + between * between * draws * other.draws / all;
            mean[i] += between * other.draws / all;
        }
        draws = all;
    }

    int draws() {
        return draws;
    }

    /** {@code n/(n+5) s^2 + 1e-3 5/(n+5)}; needs at least two draws. */
    double[] regularisedVariance() {
        double[] variance = new double[mean.length];
        for (int i = 0; i < variance.length; i++) {
            double sample = squares[i] / (draws - 1);
            variance[i] = (draws * sample + PRIOR_DRAWS * PRIOR_VARIANCE) / (draws + PRIOR_DRAWS);
        }
        return variance;
    }
}
