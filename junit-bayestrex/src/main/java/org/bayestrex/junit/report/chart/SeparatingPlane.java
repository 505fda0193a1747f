/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The plane of latent space that sets some points apart from draws of the prior N(0, I). Principal components would not:
 * they are the directions in which the points vary most, and along those findings are most like the prior.
 *
 * <p>The first axis is Fisher's linear discriminant (1936) of points and prior: along W^-1 m, with m the points' mean and W
 * the mean of both covariances, their means are farthest apart for their spread. The second one is perpendicular to it: of
 * the eigenvectors of the points' covariance there the one whose eigenvalue is farthest from the prior's, which is 1, as a
 * ratio. It shows how thin the points lie, or that they go to two sides. Where the points' mean is hardly off the
 * prior's, both axes are of that second kind. Spread is taken about the points' own mean: of the second moment a shift would
 * make up for a narrowing.
 *
 * <p>Of few points in many dimensions some direction is narrow by chance. So the covariance counts as many draws of the prior
 * beside the points as there are dimensions.
 *
 * <p>Points are projected as they are, not centred: since the axes are orthonormal, draws from the prior N(0, I) have
 * the prior N(0, I) of the plane, whatever the points are.
 *
 * @param first along which the points stand apart most
 * @param second perpendicular to it
 */
record SeparatingPlane(Axis first, Axis second) {

    /** In standard deviations; with less between the means, two clouds lie within each other. */
    private static final double LEAST_SHIFT = .5;

    /** Of two points or more, each of two latents or more. */
    static SeparatingPlane of(List<double[]> points) {
        int size = points.get(0).length;
        double[] mean = centre(points);
        RealMatrix covariance = covariance(points, mean);
        RealMatrix both =
                covariance.add(MatrixUtils.createRealIdentityMatrix(size)).scalarMultiply(.5);
        double[] discriminant =
                new CholeskyDecomposition(both).getSolver().getInverse().operate(mean);
        double squaredShift = dot(discriminant, mean);
        double byChance = 4.0 * size / points.size();
        double[] first = squaredShift > LEAST_SHIFT * LEAST_SHIFT + byChance
                ? scaled(discriminant, 1 / Math.sqrt(dot(discriminant, discriminant)))
                : oddest(covariance, null);
        return new SeparatingPlane(Axis.of(first, points), Axis.of(oddest(covariance, first), points));
    }

    /** A point of latent space on the plane. */
    Spot project(double[] latent) {
        return new Spot(first.along(latent), second.along(latent));
    }

    /** A place on the plane, in prior standard deviations. */
    record Spot(double x, double y) {}

    /**
     * A direction, and how points are spread along it; the prior has mean 0 and standard deviation 1 along any.
     *
     * @param unit vector of length d and norm 1, turned so that the mean is not negative
     * @param mean of the points along it
     * @param spread standard deviation of the points along it
     */
    record Axis(List<Double> unit, double mean, double spread) {

        static Axis of(double[] unit, List<double[]> points) {
            double mean = dot(unit, centre(points));
            double sign = mean < 0 ? -1 : 1;
            double squares = points.stream()
                    .mapToDouble(point -> dot(unit, point) - mean)
                    .map(off -> off * off)
                    .sum();
            return new Axis(
                    Arrays.stream(scaled(unit, sign)).boxed().toList(),
                    sign * mean,
                    Math.sqrt(squares / points.size()));
        }

        double along(double[] latent) {
            double sum = 0;
            for (int i = 0; i < latent.length; i++) {
                sum += unit.get(i) * latent[i];
            }
            return sum;
        }
    }

    /** The direction of the covariance that is farthest from 1 as a ratio, perpendicular to another one where that is given. */
    private static double[] oddest(RealMatrix covariance, double @Nullable [] perpendicularTo) {
        int size = covariance.getRowDimension();
        RealMatrix within = covariance;
        if (perpendicularTo != null) {
            RealMatrix taken = MatrixUtils.createRealVector(perpendicularTo)
                    .outerProduct(MatrixUtils.createRealVector(perpendicularTo));
            RealMatrix rest = MatrixUtils.createRealIdentityMatrix(size).subtract(taken);
            within = rest.multiply(covariance).multiply(rest).add(taken);
        }
        EigenDecompositionSymmetric parts = new EigenDecompositionSymmetric(within);
        double[] best = new double[size];
        double farthest = -1;
        for (int i = 0; i < size; i++) {
            double[] direction = parts.getEigenvector(i).toArray();
            double ratio = Math.abs(Math.log(Math.max(Double.MIN_NORMAL, parts.getEigenvalue(i))));
            boolean isFree = perpendicularTo == null || Math.abs(dot(direction, perpendicularTo)) < .5;
            if (isFree && ratio > farthest) {
                best = direction;
                farthest = ratio;
            }
        }
        return best;
    }

    private static double[] centre(List<double[]> points) {
        double[] mean = new double[points.get(0).length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += point[i] / points.size();
            }
        }
        return mean;
    }

    private static RealMatrix covariance(List<double[]> points, double[] mean) {
        int size = mean.length;
        double weight = 1.0 / (points.size() + size);
        double[][] covariance = new double[size][size];
        for (double[] point : points) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]) * weight;
                }
            }
        }
        for (int i = 0; i < size; i++) {
            covariance[i][i] += size * weight; // the draws of the prior
            for (int j = 0; j < i; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
        return new Array2DRowRealMatrix(covariance, false);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] scaled(double[] vector, double factor) {
        return Arrays.stream(vector).map(part -> factor * part).toArray();
    }
}
