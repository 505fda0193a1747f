/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Fits a proposal to points: normal components with full covariances by expectation-maximisation
 * (Dempster, Laird and Rubin 1977), then widened and given Student tails, with a share of the prior so
 * that importance weights are bounded (defensive mixture, Hesterberg 1995).
 */
final class MixtureFit {

    private static final int ITERATIONS = 15;
    private static final double WIDENING = 1.25;
    private static final double PRIOR_SHARE = .08;
    /** Added to each variance: a component never collapses on a point. */
    private static final double RIDGE = 1e-4;

    private MixtureFit() {}

    /**
     * Fits to equally weighted points.
     *
     * @param points positions, [n][d]
     * @param components number of components asked for; fewer where points are few
     */
    static Proposal of(double[][] points, int components, UniformRandomProvider random) {
        int d = points[0].length;
        int k = Math.max(1, Math.min(components, points.length / (2 * d + 2)));
        double[][] responsibilities = around(centres(points, k, random), points);
        List<Normal> normals = maximised(points, responsibilities, k);
        for (int i = 0; i < ITERATIONS; i++) {
            expect(points, normals, responsibilities);
            normals = maximised(points, responsibilities, k);
        }
        List<Proposal> parts = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        parts.add(new StandardNormal(d));
        weights.add(PRIOR_SHARE);
        for (Normal normal : normals) {
            parts.add(normal.student());
            weights.add((1 - PRIOR_SHARE) * normal.weight);
        }
        return new Mixture(
                parts, weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Spread centres: each drawn with probability proportional to its squared distance from the others (k-means++). */
    private static double[][] centres(double[][] points, int k, UniformRandomProvider random) {
        double[][] centres = new double[k][];
        centres[0] = points[random.nextInt(points.length)];
        double[] nearest = new double[points.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int c = 1; c < k; c++) {
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                nearest[i] = Math.min(nearest[i], squaredDistance(points[i], centres[c - 1]));
                sum += nearest[i];
            }
            double left = random.nextDouble() * sum;
            int chosen = 0;
            while (chosen < points.length - 1 && left >= nearest[chosen]) {
                left -= nearest[chosen++];
            }
            centres[c] = points[chosen];
        }
        return centres;
    }

    /** Each point belongs to its nearest centre. */
    private static double[][] around(double[][] centres, double[][] points) {
        double[][] responsibilities = new double[points.length][centres.length];
        for (int i = 0; i < points.length; i++) {
            int nearest = 0;
            for (int c = 1; c < centres.length; c++) {
                if (squaredDistance(points[i], centres[c]) < squaredDistance(points[i], centres[nearest])) {
                    nearest = c;
                }
            }
            responsibilities[i][nearest] = 1;
        }
        return responsibilities;
    }

    private static void expect(double[][] points, List<Normal> normals, double[][] responsibilities) {
        for (int i = 0; i < points.length; i++) {
            double[] logs = new double[normals.size()];
            for (int c = 0; c < logs.length; c++) {
                logs[c] = normals.get(c).logWeightedDensity(points[i]);
            }
            responsibilities[i] = LogWeights.normalised(logs);
        }
    }

    private static List<Normal> maximised(double[][] points, double[][] responsibilities, int k) {
        List<Normal> normals = new ArrayList<>();
        for (int c = 0; c < k; c++) {
            normals.add(Normal.of(points, responsibilities, c));
        }
        return normals;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /** A normal component under construction. */
    private record Normal(double weight, double[] mean, double[][] covariance, Cholesky factor) {

        static Normal of(double[][] points, double[][] responsibilities, int component) {
            int d = points[0].length;
            double total = 1e-9;
            double[] mean = new double[d];
            for (int i = 0; i < points.length; i++) {
                double r = responsibilities[i][component];
                total += r;
                for (int j = 0; j < d; j++) {
                    mean[j] += r * points[i][j];
                }
            }
            for (int j = 0; j < d; j++) {
                mean[j] /= total;
            }
            double[][] covariance = new double[d][d];
            for (int i = 0; i < points.length; i++) {
                double r = responsibilities[i][component] / total;
                for (int j = 0; j < d; j++) {
                    for (int l = 0; l <= j; l++) {
                        covariance[j][l] += r * (points[i][j] - mean[j]) * (points[i][l] - mean[l]);
                    }
                }
            }
            for (int j = 0; j < d; j++) {
                covariance[j][j] += RIDGE;
            }
            return new Normal(total / points.length, mean, covariance, Cholesky.of(covariance));
        }

        double logWeightedDensity(double[] point) {
            return Math.log(weight) - .5 * (factor.logDeterminant() + factor.mahalanobis(point, mean));
        }

        StudentComponent student() {
            double[][] wider = new double[mean.length][mean.length];
            for (int j = 0; j < wider.length; j++) {
                for (int l = 0; l <= j; l++) {
                    wider[j][l] = WIDENING * WIDENING * covariance[j][l];
                }
            }
            return new StudentComponent(mean, Cholesky.of(wider));
        }
    }
}
