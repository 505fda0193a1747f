/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.List;

/** Adds up the records of the transitions of one {@link Sweep}. */
final class SweepRecord {

    private int transitions;
    private int withMomentum;
    private double acceptanceSum;
    private double acceptanceSumWithMomentum;
    private double energy = Double.NaN;
    private double energyError;
    private boolean divergent;
    private int depth;
    private final List<Move> moves = new ArrayList<>();

    void add(Transition transition) {
        transitions++;
        acceptanceSum += transition.acceptance();
        if (!Double.isNaN(transition.energy())) {
            withMomentum++;
            acceptanceSumWithMomentum += transition.acceptance();
            energy = transition.energy();
        }
        energyError = Math.max(energyError, transition.energyError());
        divergent |= transition.divergent();
        depth = Math.max(depth, transition.depth());
        moves.addAll(transition.moves());
    }

    Transition summary() {
        double acceptance =
                withMomentum > 0 ? acceptanceSumWithMomentum / withMomentum : acceptanceSum / Math.max(1, transitions);
        return new Transition(acceptance, energy, energyError, divergent, depth, moves);
    }
}
