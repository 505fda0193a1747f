/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** A multivariate Student t distribution with a full scale matrix. */
final class StudentComponent implements Proposal {

    /** Heavy enough tails to bound importance weights in practice, light enough to waste few draws. */
    private static final double LEAST_DEGREES = 8;

    private final double[] mean;
    private final Cholesky scale;
    /** Rising with the dimension, since the spread of a vector's length falls with it. */
    private final double degrees;

    private final double logConstant;

    StudentComponent(double[] mean, Cholesky scale) {
        this.mean = mean;
        this.scale = scale;
        int d = mean.length;
        this.degrees = Math.max(LEAST_DEGREES, d);
        this.logConstant = LogGamma.value((degrees + d) / 2)
                - LogGamma.value(degrees / 2)
                - .5 * d * Math.log(degrees * Math.PI)
                - .5 * scale.logDeterminant();
    }

    @Override
    public double[] draw(UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[] normal = new double[mean.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = gaussian.sample();
        }
        double chiSquared = AhrensDieterMarsagliaTsangGammaSampler.of(random, degrees / 2, 2)
                .sample();
        double stretch = Math.sqrt(degrees / chiSquared);
        double[] position = scale.times(normal);
        for (int i = 0; i < position.length; i++) {
            position[i] = mean[i] + stretch * position[i];
        }
        return position;
    }

    @Override
    public double logDensity(double[] position) {
        return logConstant - .5 * (degrees + mean.length) * Math.log(1 + scale.mahalanobis(position, mean) / degrees);
    }
}
