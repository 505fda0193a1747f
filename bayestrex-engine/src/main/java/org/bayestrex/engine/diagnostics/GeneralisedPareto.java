/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import java.util.Arrays;

/**
 * The generalised Pareto distribution, F(x) = 1 - (1 + k x / s)^(-1/k) for x &gt; 0: what lies above a high limit of
 * nearly any distribution.
 *
 * @param shape k; the moments below 1 / k exist
 * @param scale s, positive
 */
record GeneralisedPareto(double shape, double scale) {

    /** As many imagined excesses of shape 1/2 stand beside the real ones: Vehtari et al. (2024), appendix C. */
    private static final double PRIOR_COUNT = 10;

    private static final double PRIOR_SHAPE = .5;

    /**
     * The estimate of Zhang and Stephens (2009, Technometrics 51): the mean of theta = -k / s over its profile
     * likelihood on a grid, and the shape at that theta, drawn towards 1/2 where there are few excesses.
     *
     * @param excesses over the limit, ascending, positive, at least five
     */
    static GeneralisedPareto fit(double[] excesses) {
        double[] grid = grid(excesses);
        double[] logLikelihood =
                Arrays.stream(grid).map(theta -> profile(theta, excesses)).toArray();
        double highest = Arrays.stream(logLikelihood).max().orElseThrow();
        double sum = 0;
        double theta = 0;
        for (int j = 0; j < grid.length; j++) {
            double weight = Math.exp(logLikelihood[j] - highest);
            sum += weight;
            theta += weight * grid[j];
        }
        theta /= sum;
        int n = excesses.length;
        double plain = shape(theta, excesses);
        return new GeneralisedPareto((n * plain + PRIOR_COUNT * PRIOR_SHAPE) / (n + PRIOR_COUNT), -plain / theta);
    }

    double quantile(double probability) {
        double log = -Math.log1p(-probability);
        return shape == 0 ? scale * log : scale * Math.expm1(shape * log) / shape;
    }

    /** All below 1 / largest excess, where the density still covers it, in steps that widen from there. */
    private static double[] grid(double[] excesses) {
        int n = excesses.length;
        int points = 30 + (int) Math.sqrt(n);
        double quartile = excesses[(int) (n / 4.0 + .5) - 1];
        double[] grid = new double[points];
        for (int j = 0; j < points; j++) {
            grid[j] = 1 / excesses[n - 1] + (1 - Math.sqrt(points / (j + .5))) / (3 * quartile);
        }
        return grid;
    }

    private static double shape(double theta, double[] excesses) {
        double sum = 0;
        for (double excess : excesses) {
            sum += Math.log1p(-theta * excess);
        }
        return sum / excesses.length;
    }

    /** The log likelihood at theta, where the shape is the best for it. */
    private static double profile(double theta, double[] excesses) {
        double shape = shape(theta, excesses);
        return excesses.length * (Math.log(-theta / shape) - shape - 1);
    }
}
