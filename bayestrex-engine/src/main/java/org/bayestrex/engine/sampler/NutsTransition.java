/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.Evaluation;

/** One transition of {@link Nuts} under way: the trajectory so far and the doubling that extends it. */
final class NutsTransition {

    private final Nuts nuts;
    private final UniformRandomProvider random;
    private final double initialEnergy;

    private Subtree trajectory;
    private boolean forward = true;
    private Doubling doubling;
    private int depth;

    private double acceptanceSum;
    private double largestError;
    private int leaves;
    private int gradients;

    NutsTransition(Nuts nuts, PhasePoint start, UniformRandomProvider random, int gradients) {
        this.nuts = nuts;
        this.random = random;
        this.initialEnergy = start.energy();
        this.trajectory = Subtree.leaf(start, 0);
        this.doubling = new Doubling(nuts.uTurn(), random);
        this.gradients = gradients;
    }

    /** Begins the next doubling, in a random direction of time. */
    Step grow() {
        boolean wasForward = forward;
        forward = random.nextBoolean();
        if (forward != wasForward) {
            trajectory = trajectory.reversed();
        }
        doubling = new Doubling(nuts.uTurn(), random);
        return leap(trajectory.last());
    }

    private Step leap(PhasePoint from) {
        Leapfrog.Flight flight = nuts.leapfrog().drift(from, forward);
        if (!flight.isFinite()) {
            leaves++;
            largestError = Double.POSITIVE_INFINITY;
            return finish(true);
        }
        return new Step.Evaluate(flight.position(), true, answer -> land(flight, answer));
    }

    private Step land(Leapfrog.Flight flight, Evaluation answer) {
        PhasePoint leaf = nuts.leapfrog().land(flight, answer);
        double error = leaf.energy() - initialEnergy;
        gradients++;
        leaves++;
        acceptanceSum += Math.min(1, Math.exp(-error));
        largestError = Math.max(largestError, Math.abs(error));
        if (error > nuts.divergenceThreshold()) {
            return finish(true);
        }
        if (!doubling.add(Subtree.leaf(leaf, -error))) {
            return finish(false);
        }
        return doubling.leaves() < trajectory.leaves() ? leap(leaf) : extend(doubling.whole());
    }

    /** Takes the completed new half into the trajectory, and its proposal with a bias towards it. */
    private Step extend(Subtree newer) {
        Subtree older = trajectory;
        boolean takesNewer = random.nextDouble() < Math.exp(newer.logWeight() - older.logWeight());
        trajectory = older.join(newer, older.logWeightWith(newer), takesNewer ? newer.proposal() : older.proposal());
        depth++;
        return depth == nuts.maxDepth() || nuts.uTurn().between(older, newer) ? finish(false) : grow();
    }

    private Step finish(boolean divergent) {
        PhasePoint accepted = trajectory.proposal();
        double acceptance = acceptanceSum / leaves;
        return new Step.Finished(
                accepted.state(),
                new Transition(
                        acceptance,
                        accepted.energy(),
                        largestError,
                        divergent,
                        depth,
                        List.of(new Move(Nuts.NAME, acceptance, gradients, 0))));
    }
}
