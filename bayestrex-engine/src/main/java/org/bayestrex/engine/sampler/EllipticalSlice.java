/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Elliptical slice sampling (Murray, Adams and MacKay 2010) for a standard normal prior: a move along an
 * ellipse through the current point and a draw from the prior. Needs the likelihood alone, no gradient,
 * and has nothing to tune.
 *
 * <p>A point at which the model gives NaN has likelihood zero: it is rejected, and the bracket shrinks.
 *
 * @since 0.1
 */
public final class EllipticalSlice implements Kernel {

    /** Its name in reports. */
    public static final String NAME = "elliptical slice";

    @Override
    public Step step(State current, UniformRandomProvider random) {
        int d = current.position().length;
        double[] offset = new StandardNormal(d).draw(random);
        return new EllipticalSliceTransition(current, new double[d], offset, EllipticalSlice::logLikelihood, random)
                .propose();
    }

    private static double logLikelihood(State state) {
        return state.evaluation().isBroken()
                ? Double.NEGATIVE_INFINITY
                : state.evaluation().logLikelihood();
    }
}
