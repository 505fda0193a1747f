/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;

/** A Markov kernel that leaves the posterior invariant; immutable, all randomness comes from outside. */
@FunctionalInterface
public interface Kernel {

    /**
     * Begins a transition.
     *
     * @param current where the chain is
     * @param random the chain's own stream, used until the returned step has finished
     */
    Step step(State current, UniformRandomProvider random);
}
