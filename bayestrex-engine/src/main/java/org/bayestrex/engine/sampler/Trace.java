/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.List;

/**
 * What a chain has recorded so far. The arrays are copies.
 *
 * @param states the draws, each with its evaluation
 * @param transitions how each draw was reached
 * @param warmupDivergences divergent transitions of the warm-up
 * @param gradients evaluations with gradient of the chain's whole life
 * @param forwards evaluations without gradient of the chain's whole life
 * @param stepSize the leapfrog step size in use, or NaN without one
 * @since 0.1
 */
public record Trace(
        List<State> states,
        List<Transition> transitions,
        int warmupDivergences,
        long gradients,
        long forwards,
        double stepSize) {

    public Trace {
        states = List.copyOf(states);
        transitions = List.copyOf(transitions);
    }

    /** Draws that no chain made: independent ones of equal weight. */
    static Trace of(List<State> draws) {
        return new Trace(draws, List.of(), 0, 0, 0, Double.NaN);
    }

    /** The positions of the draws, [n][d]. */
    public double[][] positions() {
        return states.stream().map(State::position).toArray(double[][]::new);
    }

    /** The model's logits at each draw, [n][K]. */
    public double[][] logits() {
        return states.stream().map(state -> state.evaluation().logits()).toArray(double[][]::new);
    }

    /** Log posterior of each draw. */
    public double[] logDensity() {
        return states.stream()
                .mapToDouble(state -> state.evaluation().logDensity())
                .toArray();
    }

    /** Log likelihood of each draw. */
    public double[] logLikelihood() {
        return states.stream()
                .mapToDouble(state -> state.evaluation().logLikelihood())
                .toArray();
    }

    /** Number of draws. */
    public int size() {
        return states.size();
    }

    /** Divergent transitions among the draws. */
    public int divergences() {
        return (int) transitions.stream().filter(Transition::divergent).count();
    }
}
