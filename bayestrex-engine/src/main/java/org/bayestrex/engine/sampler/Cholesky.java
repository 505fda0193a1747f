/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/** A symmetric positive definite matrix by its lower triangular factor. */
final class Cholesky {

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Factors a matrix. A pivot that is not positive is replaced by a small positive number, so that a
     * covariance of too few points still has a factor.
     */
    static Cholesky of(double[][] matrix) {
        int d = matrix.length;
        double[][] lower = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-10)) : sum / lower[j][j];
            }
        }
        return new Cholesky(lower);
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * Math.log(lower[i][i]);
        }
        return sum;
    }

    /** L x. */
    double[] times(double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k <= i; k++) {
                product[i] += lower[i][k] * x[k];
            }
        }
        return product;
    }

    /** (x - mean)' A^-1 (x - mean), by forward substitution. */
    double mahalanobis(double[] x, double[] mean) {
        double[] solved = new double[x.length];
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double sum = x[i] - mean[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * solved[k];
            }
            solved[i] = sum / lower[i][i];
            squares += solved[i] * solved[i];
        }
        return squares;
    }
}
