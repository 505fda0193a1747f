/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;

/**
 * Iterated sampling importance resampling (Andrieu, Lee and Vihola 2018): the next state is picked among
 * the current one and a number of fresh proposals, by importance weight. It leaves the posterior
 * invariant whatever the proposal, needs no gradient, and reaches modes that local moves don't.
 *
 * @param proposal where fresh points come from
 * @param candidates number of fresh points, at least 1
 * @param ahead candidates whose density is known already, taken first
 * @since 0.1
 */
public record Isir(Proposal proposal, int candidates, CandidateStock ahead) implements Kernel {

    /** Its name in reports. */
    public static final String NAME = "i-SIR";

    /** Checks the number. */
    public Isir {
        if (candidates < 1) {
            throw new IllegalArgumentException("i-SIR needs a candidate or more, not " + candidates);
        }
    }

    /** A move that asks for the density at its candidates when it needs it. */
    public Isir(Proposal proposal, int candidates) {
        this(proposal, candidates, new CandidateStock());
    }

    /** The same move, with candidates from a stock while there are some. */
    public Isir withStock(CandidateStock stock) {
        return new Isir(proposal, candidates, stock);
    }

    @Override
    public Step step(State current, UniformRandomProvider random) {
        return new IsirTransition(this, current, random).next();
    }

    double logWeight(double[] position, Evaluation evaluation) {
        return evaluation.logDensity() - proposal.logDensity(position);
    }
}
