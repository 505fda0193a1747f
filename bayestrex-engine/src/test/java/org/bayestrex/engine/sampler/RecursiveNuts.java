/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.density.LogDensity;

/**
 * The no-U-turn sampler as its papers write it, by recursion and with the density called directly: the
 * oracle for {@link Nuts}. Slow and plain on purpose; trees are oriented in time, not in order of
 * discovery, and displacements are summed from the stored momenta.
 */
final class RecursiveNuts {

    private final LogDensity density;
    private final Leapfrog leapfrog;
    private final int maxDepth;

    private double initialEnergy;
    private boolean divergent;
    int gradients;

    RecursiveNuts(LogDensity density, double stepSize, DiagonalMetric metric, int maxDepth) {
        this.density = density;
        this.leapfrog = new Leapfrog(stepSize, metric);
        this.maxDepth = maxDepth;
    }

    private record Tree(PhasePoint[] points, double logWeight, PhasePoint proposal) {

        PhasePoint leftmost() {
            return points[0];
        }

        PhasePoint rightmost() {
            return points[points.length - 1];
        }
    }

    State transition(double[] position, UniformRandomProvider random) {
        divergent = false;
        gradients = 1;
        double[] momentum = leapfrog.metric().drawMomentum(random);
        PhasePoint start = PhasePoint.of(position, momentum, density.evaluate(position, true), leapfrog.metric());
        initialEnergy = start.energy();
        Tree tree = new Tree(new PhasePoint[] {start}, 0, start);
        for (int depth = 0; depth < maxDepth; depth++) {
            boolean forward = random.nextBoolean();
            Tree half = build(forward ? tree.rightmost() : tree.leftmost(), forward, depth, random);
            if (half == null) {
                break;
            }
            boolean takesHalf = random.nextDouble() < Math.exp(half.logWeight - tree.logWeight);
            PhasePoint proposal = takesHalf ? half.proposal : tree.proposal;
            Tree left = forward ? tree : half;
            Tree right = forward ? half : tree;
            tree = join(left, right, proposal);
            if (turns(left, right)) {
                break;
            }
        }
        return tree.proposal.state();
    }

    boolean wasDivergent() {
        return divergent;
    }

    /** A tree of depth {@code depth} next to a point, or null when it turns or diverges. */
    private Tree build(PhasePoint from, boolean forward, int depth, UniformRandomProvider random) {
        if (depth == 0) {
            Leapfrog.Flight flight = leapfrog.drift(from, forward);
            PhasePoint point = leapfrog.land(flight, density.evaluate(flight.position(), true));
            gradients++;
            double error = point.energy() - initialEnergy;
            divergent = error > Nuts.DEFAULT_DIVERGENCE_THRESHOLD;
            return divergent ? null : new Tree(new PhasePoint[] {point}, -error, point);
        }
        Tree inner = build(from, forward, depth - 1, random);
        if (inner == null) {
            return null;
        }
        Tree outer = build(forward ? inner.rightmost() : inner.leftmost(), forward, depth - 1, random);
        if (outer == null) {
            return null;
        }
        Tree left = forward ? inner : outer;
        Tree right = forward ? outer : inner;
        if (turns(left, right)) {
            return null;
        }
        double outerShare = 1 / (1 + Math.exp(inner.logWeight - outer.logWeight));
        return join(left, right, random.nextDouble() < outerShare ? outer.proposal : inner.proposal);
    }

    private static Tree join(Tree left, Tree right, PhasePoint proposal) {
        PhasePoint[] points = new PhasePoint[left.points.length + right.points.length];
        System.arraycopy(left.points, 0, points, 0, left.points.length);
        System.arraycopy(right.points, 0, points, left.points.length, right.points.length);
        double logWeight = Math.log(Math.exp(left.logWeight) + Math.exp(right.logWeight));
        return new Tree(points, logWeight, proposal);
    }

    private boolean turns(Tree left, Tree right) {
        PhasePoint[] whole = join(left, right, left.proposal).points;
        int middle = left.points.length;
        return turns(whole, 0, whole.length - 1)
                || turns(whole, 0, middle)
                || turns(whole, middle - 1, whole.length - 1);
    }

    private boolean turns(PhasePoint[] points, int first, int last) {
        double atFirst = 0;
        double atLast = 0;
        for (int i = 0; i < points[first].momentum().length; i++) {
            double a = points[first].momentum()[i];
            double b = points[last].momentum()[i];
            double displacement = -(a + b) / 2;
            for (int n = first; n <= last; n++) {
                displacement += points[n].momentum()[i];
            }
            atFirst += a * leapfrog.metric().variance(i) * displacement;
            atLast += b * leapfrog.metric().variance(i) * displacement;
        }
        return atFirst <= 0 || atLast <= 0;
    }
}
