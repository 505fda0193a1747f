/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;

/**
 * Class 0 within discs of the plane, class 1 elsewhere; the log-odds are 40 times the distance to the edge.
 *
 * @param discs x, y and radius of each
 */
record Discs(List<double[]> discs) {

    private static final double STEEPNESS = 40;

    static final DataDistribution PLANE = DataDistribution.of("plane", 2, latents -> latents);

    Classifier classifier() {
        return TestModels.rows("discs", z -> new float[] {(float) logOdds(z[0], z[1]), 0});
    }

    private double logOdds(double x, double y) {
        return discs.stream()
                .mapToDouble(disc -> STEEPNESS * inside(disc, x, y))
                .max()
                .orElse(-STEEPNESS);
    }

    private static double inside(double[] disc, double x, double y) {
        return disc[2] - Math.hypot(x - disc[0], y - disc[1]);
    }

    /** The share of each disc in the mass of the level set p >= .9 of the plane's normal distribution, on a fine grid. */
    double[] shares() {
        double edge = Math.log(9) / STEEPNESS;
        double[] masses = new double[discs.size()];
        double step = .005;
        for (int disc = 0; disc < masses.length; disc++) {
            double[] d = discs.get(disc);
            for (double x = d[0] - d[2]; x < d[0] + d[2]; x += step) {
                for (double y = d[1] - d[2]; y < d[1] + d[2]; y += step) {
                    masses[disc] += inside(d, x, y) >= edge ? Math.exp(-.5 * (x * x + y * y)) : 0;
                }
            }
        }
        double total = java.util.Arrays.stream(masses).sum();
        return java.util.Arrays.stream(masses).map(mass -> mass / total).toArray();
    }
}
