/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.Arrays;
import java.util.List;
import org.bayestrex.engine.model.PriorMove;
import org.jspecify.annotations.Nullable;

/**
 * What a chain is to do; the same for all chains of a search.
 *
 * @param method which kernels it is made of
 * @param warmup iterations that adapt the kernels and are not recorded
 * @param draws iterations that are recorded
 * @param initialVariance first guess of the posterior variance of each coordinate, length d; the metric
 *     until the warm-up knows better
 * @param targetAcceptance acceptance statistic that the step size is tuned to, in (0, 1)
 * @param maxDepth largest number of doublings of a trajectory
 * @param divergenceThreshold energy error above which a trajectory counts as divergent
 * @param global a move that reaches what local moves don't, made in every iteration of {@link
 *     Method#AUTO}; null where there is no proposal for it
 * @param gradients whether the density has one; {@link Method#AUTO} leaves NUTS out where it has none
 * @param moves the data distribution's own; {@link Method#AUTO} is made of them where there are some
 * @since 0.1
 */
public record ChainPlan(
        Method method,
        int warmup,
        int draws,
        double[] initialVariance,
        double targetAcceptance,
        int maxDepth,
        double divergenceThreshold,
        @Nullable Isir global,
        boolean gradients,
        List<PriorMove> moves) {

    /** Acceptance statistic that balances cost and accuracy (Betancourt, Byrne and Girolami 2014). */
    public static final double DEFAULT_TARGET_ACCEPTANCE = .8;

    /** Checks the numbers and copies the array. */
    public ChainPlan {
        if (warmup < 0 || draws < 1) {
            throw new IllegalArgumentException(
                    "a chain needs warmup >= 0 and draws >= 1, not " + warmup + " and " + draws);
        }
        if (!(targetAcceptance > 0 && targetAcceptance < 1)) {
            throw new IllegalArgumentException("target acceptance must be in (0, 1): " + targetAcceptance);
        }
        if (!method.hasChains()) {
            throw new IllegalArgumentException(method + " has no chains to plan");
        }
        if (method.needsGradient() && !gradients) {
            throw new IllegalArgumentException(method + " needs gradients");
        }
        initialVariance = initialVariance.clone();
        moves = List.copyOf(moves);
    }

    /** A plan with the given first guess of the variances and the default tuning. */
    public ChainPlan(Method method, int warmup, int draws, double[] initialVariance) {
        this(
                method,
                warmup,
                draws,
                initialVariance,
                DEFAULT_TARGET_ACCEPTANCE,
                Nuts.DEFAULT_MAX_DEPTH,
                Nuts.DEFAULT_DIVERGENCE_THRESHOLD,
                null,
                true,
                List.of());
    }

    /** The same plan with a global move. */
    public ChainPlan withGlobal(@Nullable Isir move) {
        return with(move, gradients, moves);
    }

    /** The same plan, whose global move, if it has one, takes candidates from a stock while there are some. */
    public ChainPlan withStock(CandidateStock stock) {
        return global == null ? this : withGlobal(global.withStock(stock));
    }

    /** The same plan for a density with or without gradients. */
    public ChainPlan withGradients(boolean value) {
        return with(global, value, moves);
    }

    /** The same plan with a data distribution's own moves, which {@link Method#OWN_MOVES} cannot do without. */
    public ChainPlan withMoves(List<PriorMove> value) {
        return with(global, gradients, value);
    }

    private ChainPlan with(@Nullable Isir move, boolean differentiable, List<PriorMove> own) {
        return new ChainPlan(
                method,
                warmup,
                draws,
                initialVariance,
                targetAcceptance,
                maxDepth,
                divergenceThreshold,
                move,
                differentiable,
                own);
    }

    /** A plan that begins with variance one in each of the given number of coordinates. */
    public static ChainPlan of(Method method, int warmup, int draws, int dimension) {
        double[] ones = new double[dimension];
        Arrays.fill(ones, 1);
        return new ChainPlan(method, warmup, draws, ones);
    }

    /**
     * Whether the chains teach each other what they learn in their warm-up. Beside global moves there is next to
     * nothing to learn of a step size.
     */
    boolean poolsWarmup() {
        return hasOwnMoves() || (global == null && hasStepSize());
    }

    /** Whether there is a step size to tune. */
    boolean hasStepSize() {
        return hamiltonian() || method == Method.RANDOM_WALK;
    }

    /** Whether the data distribution's own moves take part. */
    boolean hasOwnMoves() {
        return !moves.isEmpty() && (method == Method.OWN_MOVES || method == Method.AUTO);
    }

    /** Whether NUTS takes part. */
    boolean hamiltonian() {
        return method == Method.NUTS || (method == Method.AUTO && gradients && !hasOwnMoves());
    }

    /** Number of coordinates. */
    public int dimension() {
        return initialVariance.length;
    }
}
