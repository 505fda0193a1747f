/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Draws of a proposal whose density was asked for ahead, in large batches, for the {@link Isir} moves of one chain. They
 * do not depend on where the chain is, so it matters to the chain's law as little as to its candidates when
 * they were made; each is taken once. Not safe for use by several threads at once.
 *
 * @since 0.1
 */
public final class CandidateStock {

    private final Queue<State> states = new ArrayDeque<>();

    /** Adds independent draws of the proposal. */
    public void add(Collection<State> draws) {
        states.addAll(draws);
    }

    /** The next one, or null when there is none. */
    @Nullable
    State take() {
        return states.poll();
    }
}
