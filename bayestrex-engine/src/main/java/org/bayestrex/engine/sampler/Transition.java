/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.List;

/**
 * What one transition did.
 *
 * @param acceptance average acceptance statistic in [0, 1]
 * @param energy Hamiltonian of the accepted state at the momentum refreshed for this transition
 *     (Betancourt 2016), or NaN for kernels without momentum
 * @param energyError largest absolute error of the energy along the trajectory, 0 without one
 * @param divergent whether the integrator diverged
 * @param depth depth of the trajectory's tree, 0 without one
 * @param moves the kernels that took part, in order; one for a transition of a single kernel
 */
public record Transition(
        double acceptance, double energy, double energyError, boolean divergent, int depth, List<Move> moves) {

    public Transition {
        moves = List.copyOf(moves);
    }

    /** Of a kernel without momentum. */
    public static Transition of(Move move) {
        return new Transition(move.acceptance(), Double.NaN, 0, false, 0, List.of(move));
    }

    /** Evaluations with gradient. */
    public int gradients() {
        return moves.stream().mapToInt(Move::gradients).sum();
    }

    /** Evaluations without gradient. */
    public int forwards() {
        return moves.stream().mapToInt(Move::forwards).sum();
    }
}
