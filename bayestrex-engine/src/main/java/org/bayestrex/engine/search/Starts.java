/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.HashSet;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.sampler.LogOddsSmc;
import org.bayestrex.engine.sampler.MixtureRounds;
import org.bayestrex.engine.sampler.State;

/**
 * Where chains begin: at draws of the posterior, so that they need not find it.
 *
 * @param states one for each chain, some of them equal where few draws carry the weight; empty where nothing is likely
 * @param ancestors how many independent draws they descend from
 */
record Starts(List<State> states, int ancestors) {

    /** Resampled by weight from the draws of all rounds. */
    static Starts of(MixtureRounds rounds, int count, UniformRandomProvider random) {
        List<State> states = rounds.effectiveSize() == 0 ? List.of() : rounds.starts(count, random);
        return new Starts(states, new HashSet<>(states).size());
    }

    /** Posterior particles, spread over islands and ancestors. */
    static Starts of(LogOddsSmc particles, int count, UniformRandomProvider random) {
        List<State> states = particles.starts(count, random);
        return new Starts(states, Math.min(new HashSet<>(states).size(), particles.independentAncestors()));
    }
}
