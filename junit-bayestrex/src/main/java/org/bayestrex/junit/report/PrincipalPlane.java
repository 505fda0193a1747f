/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The plane of latent space in which some points vary most: the first two principal components.
 *
 * <p>Points are projected as they are, not centred: since the axes are orthonormal, draws from the prior N(0, I) have
 * the prior N(0, I) of the plane, whatever the points are.
 *
 * @param first unit vector of length d
 * @param second another one, perpendicular to it
 * @param firstShare share of the points' variance along the first, in [0, 1]
 * @param secondShare share of it along the second
 */
record PrincipalPlane(List<Double> first, List<Double> second, double firstShare, double secondShare) {

    /** Of two points or more, each of two latents or more. */
    static PrincipalPlane of(List<double[]> points) {
        EigenDecompositionSymmetric parts =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance(points), false));
        double[] variances = parts.getEigenvalues();
        double total = 0;
        for (double variance : variances) {
            total += Math.max(0, variance);
        }
        double whole = total > 0 ? total : 1;
        return new PrincipalPlane(
                upright(parts.getEigenvector(0).toArray()),
                upright(parts.getEigenvector(1).toArray()),
                Math.max(0, variances[0]) / whole,
                Math.max(0, variances[1]) / whole);
    }

    /** A point of latent space on the plane. */
    Spot project(double[] latent) {
        return new Spot(along(first, latent), along(second, latent));
    }

    /** A place on the plane, in prior standard deviations. */
    record Spot(double x, double y) {}

    private static double along(List<Double> axis, double[] latent) {
        double sum = 0;
        for (int i = 0; i < latent.length; i++) {
            sum += axis.get(i) * latent[i];
        }
        return sum;
    }

    /** An axis has no sign of its own: its largest part is made positive, so that equal points give equal pictures. */
    private static List<Double> upright(double[] axis) {
        double largest = 0;
        for (double part : axis) {
            largest = Math.abs(part) > Math.abs(largest) ? part : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(axis).map(part -> sign * part).boxed().toList();
    }

    private static double[][] covariance(List<double[]> points) {
        int size = points.get(0).length;
        double[] mean = new double[size];
        for (double[] point : points) {
            for (int i = 0; i < size; i++) {
                mean[i] += point[i] / points.size();
            }
        }
        double[][] covariance = new double[size][size];
        for (double[] point : points) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]) / points.size();
                    covariance[j][i] = covariance[i][j];
                }
            }
        }
        return covariance;
    }
}
