/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The prior of the latents, N(0, I).
 *
 * @param dimension number of coordinates
 * @since 0.1
 */
public record StandardNormal(int dimension) implements Proposal {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    @Override
    public double[] draw(UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        double[] position = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            position[i] = gaussian.sample();
        }
        return position;
    }

    @Override
    public double largestPriorRatio() {
        return 1;
    }

    @Override
    public double logDensity(double[] position) {
        double squares = 0;
        for (double z : position) {
            squares += z * z;
        }
        return logNormalised(-.5 * squares, dimension);
    }

    /** Log density with its constant, from one without. */
    static double logNormalised(double logPrior, int dimension) {
        return logPrior - .5 * dimension * LOG_TWO_PI;
    }
}
