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
    /** Divided by the root of the dimension, in which it then costs a normal target the same share of its draws. */
    private static final double WIDENING = .3;

    private static final double PRIOR_SHARE = .08;

    /** A share of each component is wider still: a weight off the fitted parts is not left to the prior to bound. */
    private static final double OUTER_SHARE = .2;

    private static final double OUTER_WIDENING = 1.8;
    /** Added to each variance: a component never collapses on a point. */
    private static final double RIDGE = 1e-4;

    private MixtureFit() {}

    /**
     * Fits to weighted points.
     *
     * @param points distinct positions, [n][d]
     * @param weights of the points, positive
     * @param components number of components asked for; fewer where the points are worth few
     */
    static Proposal of(double[][] points, double[] weights, int components, UniformRandomProvider random) {
        int d = points[0].length;
        int k = (int) Math.max(1, Math.min(components, kish(weights) / (.25 * d * d + 2 * d + 2)));
        double[][] responsibilities = around(centres(points, weights, k, random), points);
        List<Normal> normals = maximised(points, weights, responsibilities, k);
        for (int i = 0; i < ITERATIONS; i++) {
            expect(points, normals, responsibilities);
            normals = maximised(points, weights, responsibilities, k);
        }
        List<Proposal> parts = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        parts.add(new StandardNormal(d));
        shares.add(PRIOR_SHARE);
        for (Normal normal : normals) {
            double share = (1 - PRIOR_SHARE) * normal.share;
            parts.add(normal.student(WIDENING));
            shares.add((1 - OUTER_SHARE) * share);
            parts.add(normal.student(OUTER_WIDENING));
            shares.add(OUTER_SHARE * share);
        }
        return new Mixture(
                parts, shares.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double kish(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    /** Spread centres: each drawn with probability proportional to its squared distance from the others (k-means++). */
    private static double[][] centres(double[][] points, double[] weights, int k, UniformRandomProvider random) {
        double[][] centres = new double[k][];
        double[] nearest = new double[points.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        double[] chances = weights;
        for (int c = 0; c < k; c++) {
            centres[c] = points[pick(chances, random)];
            chances = new double[points.length];
            for (int i = 0; i < points.length; i++) {
                nearest[i] = Math.min(nearest[i], squaredDistance(points[i], centres[c]));
                chances[i] = weights[i] * nearest[i];
            }
        }
        return centres;
    }

    private static int pick(double[] chances, UniformRandomProvider random) {
        double left = random.nextDouble() * Arrays.stream(chances).sum();
        int chosen = 0;
        while (chosen < chances.length - 1 && left >= chances[chosen]) {
            left -= chances[chosen++];
        }
        return chosen;
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

    private static List<Normal> maximised(double[][] points, double[] weights, double[][] responsibilities, int k) {
        List<Scatter> scatters = new ArrayList<>();
        for (int c = 0; c < k; c++) {
            scatters.add(Scatter.of(points, weights, responsibilities, c));
        }
        double[][] pooled = Scatter.pooled(scatters);
        return scatters.stream().map(scatter -> Normal.of(scatter, pooled)).toList();
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /**
     * The points of one component.
     *
     * @param share of all points' weight
     * @param effective how many points they are worth
     */
    private record Scatter(double share, double effective, double[] mean, double[][] covariance) {

        static Scatter of(double[][] points, double[] weights, double[][] responsibilities, int component) {
            int d = points[0].length;
            double all = 0;
            double total = 1e-300;
            double squares = 1e-300;
            double[] mean = new double[d];
            for (int i = 0; i < points.length; i++) {
                double w = weights[i] * responsibilities[i][component];
                all += weights[i];
                total += w;
                squares += w * w;
                for (int j = 0; j < d; j++) {
                    mean[j] += w * points[i][j];
                }
            }
            for (int j = 0; j < d; j++) {
                mean[j] /= total;
            }
            double[][] covariance = new double[d][d];
            for (int i = 0; i < points.length; i++) {
                double w = weights[i] * responsibilities[i][component] / total;
                for (int j = 0; j < d; j++) {
                    for (int l = 0; l <= j; l++) {
                        covariance[j][l] += w * (points[i][j] - mean[j]) * (points[i][l] - mean[l]);
                    }
                }
            }
            return new Scatter(total / all, total * total / squares, mean, covariance);
        }

        /** The mean covariance within components. */
        static double[][] pooled(List<Scatter> scatters) {
            int d = scatters.get(0).mean.length;
            double[][] pooled = new double[d][d];
            for (Scatter scatter : scatters) {
                for (int j = 0; j < d; j++) {
                    for (int l = 0; l <= j; l++) {
                        pooled[j][l] += scatter.share * scatter.covariance[j][l];
                    }
                }
            }
            return pooled;
        }
    }

    /** A normal component under construction. */
    private record Normal(double share, double[] mean, double[][] covariance, Cholesky factor) {

        /**
         * Few points know little of their covariance: towards the other components' as far as d + 2 outweigh
         * them, so that none collapses on a single heavy point, and towards the diagonal as far as d^2 / 8 do.
         */
        static Normal of(Scatter scatter, double[][] pooled) {
            int d = pooled.length;
            double own = scatter.effective / (scatter.effective + d + 2);
            double correlated = scatter.effective / (scatter.effective + .125 * d * d);
            double[][] covariance = new double[d][d];
            for (int j = 0; j < d; j++) {
                for (int l = 0; l <= j; l++) {
                    covariance[j][l] = own * scatter.covariance[j][l] + (1 - own) * pooled[j][l];
                    covariance[j][l] *= l < j ? correlated : 1;
                }
                covariance[j][j] += RIDGE;
            }
            return new Normal(scatter.share, scatter.mean, covariance, Cholesky.of(covariance));
        }

        double logWeightedDensity(double[] point) {
            return Math.log(share) - .5 * (factor.logDeterminant() + factor.mahalanobis(point, mean));
        }

        StudentComponent student(double widening) {
            double stretch = 1 + widening / Math.sqrt(mean.length);
            double[][] wider = new double[mean.length][mean.length];
            for (int j = 0; j < wider.length; j++) {
                for (int l = 0; l <= j; l++) {
                    wider[j][l] = stretch * stretch * covariance[j][l];
                }
            }
            return new StudentComponent(mean, Cholesky.of(wider));
        }
    }
}
