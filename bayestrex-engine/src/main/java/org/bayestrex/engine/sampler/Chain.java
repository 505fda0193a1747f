/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * One Markov chain from its start to its last draw. It never calls a model: it says at which point it
 * needs the density, and goes on when it is told. Its draws depend on the plan, the start, the random
 * stream and the answers, never on when the answers come. Not safe for use by several threads at once.
 *
 * @since 0.1
 */
public final class Chain {

    private final int index;
    private final ChainPlan plan;
    private final UniformRandomProvider random;
    private final Adaptation adaptation;
    private final List<State> draws = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();

    private State state;
    private Step.@Nullable Evaluate pending;
    /** Whether the transition under way searches a step size, and is no iteration. */
    private boolean searching;

    private int completed;
    private int warmupDivergences;
    private long gradients;
    private long forwards;

    /**
     * A chain at its start.
     *
     * @param index number of the chain in its search
     * @param start where it starts, with an evaluation there; the gradient may be absent
     * @param plan what it is to do
     * @param random its own stream
     */
    public Chain(int index, State start, ChainPlan plan, UniformRandomProvider random) {
        if (start.position().length != plan.dimension()) {
            throw new IllegalArgumentException("chain " + index + " starts at a position of length "
                    + start.position().length + ", but its plan has " + plan.dimension() + " variances");
        }
        this.index = index;
        this.plan = plan;
        this.random = random;
        this.adaptation = new Adaptation(plan);
        this.state = start;
    }

    /** What the chain waits for, or null when it is done. */
    public Step.@Nullable Evaluate pending() {
        return pending(totalIterations());
    }

    /** What the chain waits for, or null once it has completed so many iterations; it begins no more than these. */
    public Step.@Nullable Evaluate pending(int iterations) {
        while (pending == null && completed < iterations) {
            searching = adaptation.seeksStepSize();
            Kernel next = searching ? adaptation.stepSizeSearch() : adaptation.kernel(completed);
            settle(next.step(state, random));
        }
        return pending;
    }

    /** Goes on with the answer to {@link #pending()}. */
    public void resume(Evaluation answer) {
        Step.Evaluate asked = pending;
        if (asked == null) {
            throw new IllegalStateException("chain " + index + " waits for no answer");
        }
        if (asked.gradient()) {
            gradients++;
        } else {
            forwards++;
        }
        settle(asked.next().resume(answer));
    }

    /** Whether all draws are recorded. */
    public boolean isDone() {
        return completed == totalIterations();
    }

    /** Iterations done, those of the warm-up included. */
    public int completedIterations() {
        return completed;
    }

    /** Iterations to do, those of the warm-up included. */
    public int totalIterations() {
        return plan.warmup() + plan.draws();
    }

    /** Number of the chain in its search. */
    public int index() {
        return index;
    }

    /** Where the chain is after its last completed iteration. */
    public State state() {
        return state;
    }

    /** What the warm-up has taught so far. */
    Adaptation adaptation() {
        return adaptation;
    }

    /** A copy of what has been recorded so far; at any time, so a deadline can end a search early. */
    public Trace trace() {
        return new Trace(draws, transitions, warmupDivergences, gradients, forwards, adaptation.stepSize());
    }

    private void settle(Step step) {
        if (step instanceof Step.Evaluate asked) {
            pending = asked;
        } else {
            pending = null;
            complete((Step.Finished) step);
        }
    }

    private void complete(Step.Finished finished) {
        state = finished.state();
        if (searching) {
            return;
        }
        if (completed < plan.warmup()) {
            warmupDivergences += finished.info().divergent() ? 1 : 0;
            adaptation.observe(state.position(), finished.info());
        } else {
            draws.add(state);
            transitions.add(finished.info());
        }
        completed++;
    }
}
