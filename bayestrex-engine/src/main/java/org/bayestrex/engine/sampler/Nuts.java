/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The no-U-turn sampler (Hoffman and Gelman 2014) with multinomial sampling of the trajectory
 * (Betancourt 2017), on a diagonal Euclidean metric. Needs one gradient a leapfrog step.
 *
 * <p>A point at which the model gives no finite density has infinite energy: the trajectory ends there as
 * a divergence, and the chain stays at a point that it found before.
 *
 * @since 0.1
 */
public final class Nuts implements Kernel {

    /** Its name in reports. */
    public static final String NAME = "NUTS";

    /** Trajectories of at most {@code 2^10 - 1} leapfrog steps. */
    public static final int DEFAULT_MAX_DEPTH = 10;

    /**
     * Energy error that counts as a divergence. Other samplers use 1000, which is blind here: the
     * relaxed likelihood spans only about 200 nats from its top to its bottom.
     */
    public static final double DEFAULT_DIVERGENCE_THRESHOLD = 50;

    private final Leapfrog leapfrog;
    private final UTurn uTurn;
    private final int maxDepth;
    private final double divergenceThreshold;

    /** A kernel with the default limits. */
    public Nuts(double stepSize, DiagonalMetric metric) {
        this(stepSize, metric, DEFAULT_MAX_DEPTH, DEFAULT_DIVERGENCE_THRESHOLD);
    }

    /**
     * A kernel.
     *
     * @param stepSize leapfrog step size
     * @param metric mass matrix
     * @param maxDepth number of doublings after which a trajectory ends
     * @param divergenceThreshold energy error above which a trajectory counts as divergent
     */
    public Nuts(double stepSize, DiagonalMetric metric, int maxDepth, double divergenceThreshold) {
        if (!(stepSize > 0) || Double.isInfinite(stepSize)) {
            throw new IllegalArgumentException("step size must be positive and finite: " + stepSize);
        }
        if (maxDepth < 1 || maxDepth > 20) {
            throw new IllegalArgumentException("maximum depth must be between 1 and 20: " + maxDepth);
        }
        if (!(divergenceThreshold > 0)) {
            throw new IllegalArgumentException("divergence threshold must be positive: " + divergenceThreshold);
        }
        this.leapfrog = new Leapfrog(stepSize, metric);
        this.uTurn = new UTurn(metric);
        this.maxDepth = maxDepth;
        this.divergenceThreshold = divergenceThreshold;
    }

    @Override
    public Step step(State current, UniformRandomProvider random) {
        if (current.evaluation().gradient() != null) {
            return begin(current, random, 0);
        }
        return new Step.Evaluate(
                current.position(), true, answer -> begin(new State(current.position(), answer), random, 1));
    }

    private Step begin(State current, UniformRandomProvider random, int gradients) {
        DiagonalMetric metric = leapfrog.metric();
        double[] momentum = metric.drawMomentum(random);
        PhasePoint start = PhasePoint.of(current.position(), momentum, current.evaluation(), metric);
        if (Double.isInfinite(start.energy())) {
            Transition stuck = new Transition(
                    0, start.energy(), Double.POSITIVE_INFINITY, true, 0, List.of(new Move(NAME, 0, gradients, 0)));
            return new Step.Finished(current, stuck);
        }
        return new NutsTransition(this, start, random, gradients).grow();
    }

    Leapfrog leapfrog() {
        return leapfrog;
    }

    UTurn uTurn() {
        return uTurn;
    }

    int maxDepth() {
        return maxDepth;
    }

    double divergenceThreshold() {
        return divergenceThreshold;
    }
}
