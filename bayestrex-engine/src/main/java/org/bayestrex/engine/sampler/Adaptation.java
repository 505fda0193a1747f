/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.density.Evaluation;

/**
 * What a chain learns in its warm-up: step size, metric, how many slice moves balance a NUTS move, and how often each of a
 * data distribution's own moves is made.
 * Depends on nothing but the plan and the chain's own transitions, so a seed determines it.
 */
final class Adaptation {

    private static final int MOST_SLICE_MOVES = 20;

    /**
     * Beside global moves NUTS keeps to short trees and small steps: its part is to move within the walls of
     * the level set, where larger steps diverge.
     */
    private static final int COMPOSED_DEPTH = 4;
    /**
     * Where chains wait for each other, none goes on a trajectory of a thousand steps because its step size is not
     * tuned yet.
     */
    private static final int WARM_UP_DEPTH = 6;

    /** The error of a step shows in a few of them. */
    private static final int TUNING_DEPTH = 2;

    private static final int SLICE_PERIOD = 4;
    /** A slice move costs about as much as a transition of own moves, and seldom leads as far. */
    private static final int SLICE_PERIOD_BESIDE_OWN = 8;

    private static final double NUTS_SHARE = .35;
    private static final double COMPOSED_ACCEPTANCE = .98;

    private final ChainPlan plan;
    private final WarmupSchedule schedule;
    private final DualAveraging stepSizes;
    private final boolean walks;
    /** Whether there is a step size to tune at all. */
    private final boolean tunes;
    /** Of the warm-up's own moves. */
    private final MoveJumps jumps;

    private DiagonalMetric metric;
    private Welford variance;
    /** Of the last window that is over. */
    private Welford taught;

    private boolean seeksStepSize;
    private double stepSize;
    private int sliceMoves = 1;
    private double[] moveShares;
    private int iterations;
    private long gradients;
    private long forwards;

    Adaptation(ChainPlan plan) {
        this.plan = plan;
        this.schedule = WarmupSchedule.of(plan.warmup());
        this.walks = plan.method() == Method.RANDOM_WALK;
        this.tunes = plan.hasStepSize();
        this.jumps = new MoveJumps(plan.moves().size());
        this.moveShares = MoveJumps.equalShares(plan.moves().size());
        this.stepSize = walks ? RandomWalk.firstStepSize(plan.dimension()) : 1;
        this.stepSizes = new DualAveraging(stepSize, targetAcceptance(plan));
        this.metric = DiagonalMetric.of(plan.initialVariance());
        this.variance = new Welford(plan.dimension());
        this.taught = variance;
        this.seeksStepSize = plan.hamiltonian();
    }

    private static double targetAcceptance(ChainPlan plan) {
        if (plan.method() == Method.RANDOM_WALK) {
            return RandomWalk.TARGET_ACCEPTANCE;
        }
        return plan.global() == null ? plan.targetAcceptance() : COMPOSED_ACCEPTANCE;
    }

    /** Whether the next kernel is a search for a step size and no iteration of the chain. */
    boolean seeksStepSize() {
        return seeksStepSize;
    }

    Kernel stepSizeSearch() {
        return new StepSizeSearch(stepSize, metric, plan.targetAcceptance(), found -> {
            stepSize = found;
            stepSizes.restart(found);
            seeksStepSize = false;
        });
    }

    /** The chain's kernel for an iteration, counted from 0 through warm-up and draws, with what is known so far. */
    Kernel kernel(int iteration) {
        return switch (plan.method()) {
            case NUTS -> nuts(iteration < plan.warmup() ? Math.min(WARM_UP_DEPTH, plan.maxDepth()) : plan.maxDepth());
            case ELLIPTICAL_SLICE -> new EllipticalSlice();
            case RANDOM_WALK -> new RandomWalk(stepSize, metric);
            case OWN_MOVES -> own(iteration);
            case AUTO -> plan.hasOwnMoves() ? ownAndGlobal(iteration) : general(iteration);
            case MIXTURE, DIRECT -> throw new IllegalStateException(plan.method() + " has no chains");
        };
    }

    private Kernel own(int iteration) {
        MoveJumps met =
                iteration < plan.warmup() ? jumps : new MoveJumps(plan.moves().size());
        return new OwnMoves(plan.moves(), moveShares, Evaluation::logLikelihood, met)
                .times(plan.global() == null ? OwnMoves.PROPOSALS : OwnMoves.PROPOSALS_BESIDE_GLOBAL);
    }

    /** The global move first, where there is one: the own moves then lead on from wherever it went. */
    private Kernel ownAndGlobal(int iteration) {
        Isir global = plan.global();
        return global == null ? ownAndSlice(iteration) : new Sweep(List.of(global, ownAndSlice(iteration)));
    }

    /** The slice move reaches whatever the own moves, against their promise, do not. */
    private Kernel ownAndSlice(int iteration) {
        return iteration % SLICE_PERIOD_BESIDE_OWN == 0
                ? new Sweep(List.of(new EllipticalSlice(), own(iteration)))
                : own(iteration);
    }

    private Kernel general(int iteration) {
        return plan.global() == null ? local() : composed(plan.global(), iteration);
    }

    private Kernel local() {
        return plan.gradients()
                ? Sweep.of(nuts(plan.maxDepth()), new EllipticalSlice(), sliceMoves)
                : new EllipticalSlice();
    }

    /**
     * Global moves in every iteration, an elliptical slice move in every few, and NUTS in every so many
     * that it takes about a third of the cost. Its trees are short: far moves are the global ones'
     * business.
     */
    private Kernel composed(Isir global, int iteration) {
        if (iteration < plan.warmup()) {
            // The chains start from draws of the posterior; the warm-up has nothing to do but tune the step size.
            return plan.gradients() ? nuts(TUNING_DEPTH) : global;
        }
        int draw = iteration - plan.warmup();
        List<Kernel> kernels = new ArrayList<>();
        if (plan.gradients() && draw % nutsPeriod(global) == 0) {
            kernels.add(nuts(COMPOSED_DEPTH));
        }
        if (draw % SLICE_PERIOD == 0) {
            kernels.add(new EllipticalSlice());
        }
        kernels.add(global);
        return new Sweep(kernels);
    }

    private static int nutsPeriod(Isir global) {
        double dearest = Move.GRADIENT_COST * ((1 << COMPOSED_DEPTH) - 1);
        return (int) Math.ceil((1 - NUTS_SHARE) / NUTS_SHARE * dearest / global.candidates());
    }

    private Nuts nuts(int maxDepth) {
        return new Nuts(stepSize, metric, maxDepth, plan.divergenceThreshold());
    }

    /** Learns from one iteration of the warm-up. */
    void observe(double[] position, Transition transition) {
        if (plan.hasOwnMoves()) {
            iterations++;
            if (iterations == plan.warmup()) {
                moveShares = jumps.shares();
            }
        }
        if (!tunes) {
            return;
        }
        stepSizes.update(transition.acceptance());
        stepSize = clamp(stepSizes.stepSize());
        // Beside global moves the weighted draws behind them have taught the metric already.
        boolean adaptsMetric = plan.global() == null;
        if (adaptsMetric && schedule.teachesMetric(iterations)) {
            variance.add(position);
        }
        if (adaptsMetric && schedule.endsMetricWindow(iterations)) {
            learnMetric(variance);
            variance = new Welford(plan.dimension());
        }
        // The early transitions, with an untuned step size, say little about the cost of later ones.
        if (iterations >= plan.warmup() / 2) {
            gradients += transition.gradients();
            forwards += transition.forwards();
        }
        iterations++;
        if (iterations == plan.warmup()) {
            stepSize = clamp(stepSizes.averageStepSize());
            sliceMoves = balancedSliceMoves();
        }
    }

    /** The draws that the metric was last learnt from. */
    Welford taught() {
        return taught;
    }

    /** Takes the metric from these draws, and looks for a step size that suits it. */
    void learnMetric(Welford draws) {
        taught = draws;
        metric = DiagonalMetric.of(draws.regularisedVariance());
        seeksStepSize = plan.hamiltonian();
    }

    /** How far own moves led in the warm-up so far. */
    MoveJumps jumps() {
        return jumps;
    }

    /** Makes own moves as often as this from now on. */
    void settleMoves(double[] shares) {
        moveShares = shares.clone();
    }

    /** Keeps this step size from now on. */
    void settleStepSize(double value) {
        stepSize = value;
    }

    /** The leapfrog's or the walk's, NaN where there is none. */
    double stepSize() {
        return tunes ? stepSize : Double.NaN;
    }

    private int balancedSliceMoves() {
        double ratio = Move.GRADIENT_COST * gradients / Math.max(1, forwards);
        return (int) Math.max(1, Math.min(MOST_SLICE_MOVES, Math.round(ratio)));
    }

    private static double clamp(double stepSize) {
        return Math.max(StepSizeSearch.SMALLEST, Math.min(StepSizeSearch.LARGEST, stepSize));
    }
}
