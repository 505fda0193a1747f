/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.model.PriorMove;

/**
 * Metropolis-Hastings by the data distribution's own moves: one of them, chosen at random, proposes, and the proposal is
 * taken or not by the ratio of the likelihoods, for the moves are reversible with respect to the prior (Tierney 1994,
 * section 2.4: a mixture of kernels that each leave the posterior invariant does so, too). What the distribution does not
 * admit has no likelihood: the state is repeated. To propose again instead until something is admitted would draw from
 * another distribution, as the number of tries depends on where the chain is.
 *
 * <p>Needs no gradient, and asks for nothing where a move proposes the point itself.
 *
 * @since 0.1
 */
public final class OwnMoves implements Kernel {

    /** Proposals of a transition: most change one attribute among many, so that few of them leave draws alike. */
    static final int PROPOSALS = 8;

    /** Where global moves leave draws unlike anyway. */
    static final int PROPOSALS_BESIDE_GLOBAL = 4;

    private final List<PriorMove> moves;
    private final double[] shares;
    private final ToDoubleFunction<Evaluation> logLikelihood;
    private final MoveJumps jumps;

    /**
     * A kernel of one proposal.
     *
     * @param moves at least one
     * @param shares how often each is chosen, not negative, with a positive sum
     * @param logLikelihood the target's, relative to the prior; NaN counts as negative infinity
     * @param jumps is told how far each proposal led
     */
    OwnMoves(List<PriorMove> moves, double[] shares, ToDoubleFunction<Evaluation> logLikelihood, MoveJumps jumps) {
        if (moves.isEmpty() || moves.size() != shares.length) {
            throw new IllegalArgumentException(
                    "one share for each of one move or more, not " + shares.length + " for " + moves.size());
        }
        this.moves = List.copyOf(moves);
        this.shares = shares.clone();
        this.logLikelihood = logLikelihood;
        this.jumps = jumps;
    }

    /** A kernel of one proposal, of any move equally often, for the posterior. */
    public OwnMoves(List<PriorMove> moves) {
        this(moves, MoveJumps.equalShares(moves.size()), Evaluation::logLikelihood, new MoveJumps(moves.size()));
    }

    /** So many proposals, one after the other, as one transition. */
    Kernel times(int proposals) {
        return new Sweep(Collections.nCopies(proposals, this));
    }

    @Override
    public Step step(State current, UniformRandomProvider random) {
        int chosen = choose(random);
        PriorMove move = moves.get(chosen);
        double[] position = move.propose(current.position().clone(), random);
        if (position.length != current.position().length) {
            throw new IllegalArgumentException("the move \"%s\" proposed %d latents for %d"
                    .formatted(move.name(), position.length, current.position().length));
        }
        double logUniform = Math.log(random.nextDouble());
        if (Arrays.equals(position, current.position())) {
            jumps.refused(chosen);
            return new Step.Finished(current, Transition.of(new Move(move.name(), 0, 0, 0)));
        }
        return new Step.Evaluate(position, false, answer -> judge(chosen, current, position, answer, logUniform));
    }

    private int choose(UniformRandomProvider random) {
        double left = random.nextDouble() * Arrays.stream(shares).sum();
        int chosen = 0;
        while (chosen < shares.length - 1 && left >= shares[chosen]) {
            left -= shares[chosen];
            chosen++;
        }
        return chosen;
    }

    private Step judge(int chosen, State current, double[] position, Evaluation answer, double logUniform) {
        // From a start without likelihood every point with one is better; NaN, of none and none, stays.
        double logRatio = logLikelihood(answer) - logLikelihood(current.evaluation());
        double acceptance = Double.isNaN(logRatio) ? 0 : Math.min(1, Math.exp(logRatio));
        boolean taken = logUniform < logRatio;
        if (taken) {
            jumps.accepted(chosen, current.position(), position);
        } else if (answer.isRefused()) {
            jumps.refused(chosen);
        } else {
            jumps.rejected(chosen);
        }
        Move record = new Move(moves.get(chosen).name(), acceptance, 0, answer.isRefused() ? 0 : 1);
        return new Step.Finished(taken ? new State(position, answer) : current, Transition.of(record));
    }

    private double logLikelihood(Evaluation evaluation) {
        double value = evaluation.isBroken() ? Double.NaN : logLikelihood.applyAsDouble(evaluation);
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
