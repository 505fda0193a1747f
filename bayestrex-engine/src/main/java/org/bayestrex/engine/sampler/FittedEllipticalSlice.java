/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;

/**
 * Elliptical slice sampling around a Student t that was fitted to the target (generalised elliptical slice
 * sampling, Nishihara, Murray and Adams 2014): the target is that density times a remainder. Where the target
 * lies far out in the prior's tail, the prior's own ellipses leave it almost everywhere; these don't.
 *
 * <p>It leaves the target invariant whatever the fit, as long as that does not depend on the particle moved.
 *
 * @param fit the closer to the target, the fewer evaluations
 * @param logLikelihood the target's, relative to the prior N(0, I); NaN counts as negative infinity
 */
record FittedEllipticalSlice(SpikedStudent fit, ToDoubleFunction<Evaluation> logLikelihood) implements Kernel {

    @Override
    public Step step(State current, UniformRandomProvider random) {
        double[] offset = fit.offset(current.position(), random);
        return new EllipticalSliceTransition(current, fit.mean(), offset, this::logRemainder, random).propose();
    }

    private double logRemainder(State state) {
        return logLikelihood.applyAsDouble(state.evaluation()) + fit.logPriorRatio(state.position());
    }
}
