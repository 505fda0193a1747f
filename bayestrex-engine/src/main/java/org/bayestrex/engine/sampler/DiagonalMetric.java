/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The Euclidean metric with a diagonal mass matrix (Neal 2011, section 5.4.2.4): the inverse mass of a
 * coordinate is an estimate of its posterior variance.
 *
 * @since 0.1
 */
public final class DiagonalMetric {

    private final double[] variance;
    private final double[] momentumScale;

    private DiagonalMetric(double[] variance) {
        this.variance = variance;
        this.momentumScale = new double[variance.length];
        for (int i = 0; i < variance.length; i++) {
            if (!(variance[i] > 0) || Double.isInfinite(variance[i])) {
                throw new IllegalArgumentException("variance " + i + " must be positive and finite: " + variance[i]);
            }
            momentumScale[i] = 1 / Math.sqrt(variance[i]);
        }
    }

    /** The metric whose inverse mass is the given variance of each coordinate. */
    public static DiagonalMetric of(double[] variance) {
        return new DiagonalMetric(variance.clone());
    }

    /** The metric that takes every coordinate to have variance one. */
    public static DiagonalMetric unit(int dimension) {
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        return new DiagonalMetric(ones);
    }

    /** Number of coordinates. */
    public int dimension() {
        return variance.length;
    }

    /** The variance (inverse mass) of one coordinate. */
    public double variance(int coordinate) {
        return variance[coordinate];
    }

    /** The variances (inverse masses) of all coordinates, as a copy. */
    public double[] variances() {
        return variance.clone();
    }

    /** Draws a momentum: normal, with the mass as its variance. */
    double[] drawMomentum(UniformRandomProvider random) {
        NormalizedGaussianSampler gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[] momentum = new double[variance.length];
        for (int i = 0; i < momentum.length; i++) {
            momentum[i] = momentumScale[i] * gaussian.sample();
        }
        return momentum;
    }

    double kineticEnergy(double[] momentum) {
        double sum = 0;
        for (int i = 0; i < momentum.length; i++) {
            sum += momentum[i] * momentum[i] * variance[i];
        }
        return sum / 2;
    }
}
