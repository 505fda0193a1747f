/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.LogDensity;

/**
 * Runs kernels and chains to their end against a density that answers at once, one point at a time.
 *
 * @since 0.1
 */
public final class Sequential {

    private final LogDensity density;

    /** A runner against the given density. */
    public Sequential(LogDensity density) {
        this.density = density;
    }

    /** The state at a position, without gradient. */
    public State at(double... position) {
        return new State(position, density.evaluate(position, false));
    }

    /** One whole transition of a kernel. */
    public Step.Finished transition(Kernel kernel, State current, UniformRandomProvider random) {
        Step step = kernel.step(current, random);
        while (step instanceof Step.Evaluate asked) {
            step = asked.next().resume(density.evaluate(asked.position(), asked.gradient()));
        }
        return (Step.Finished) step;
    }

    /** A chain to its end. */
    public Trace run(Chain chain) {
        for (Step.Evaluate asked = chain.pending(); asked != null; asked = chain.pending()) {
            chain.resume(density.evaluate(asked.position(), asked.gradient()));
        }
        return chain.trace();
    }
}
