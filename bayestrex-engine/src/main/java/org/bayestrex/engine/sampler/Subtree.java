/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/**
 * A run of consecutive points of a trajectory, summed up (Betancourt 2017, appendix A).
 *
 * <p>First and last are meant in the order in which the points were found, which for a trajectory that
 * grows backward in time is the reverse of time's. All that is done with subtrees is symmetric in that.
 *
 * @param first the point found first
 * @param last the point found last
 * @param momentumSum sum of the momenta of all points
 * @param logWeight log of the sum of the points' weights {@code exp(H0 - H)}
 * @param leaves number of points
 * @param proposal one of the points, drawn with probability proportional to its weight
 */
record Subtree(
        PhasePoint first, PhasePoint last, double[] momentumSum, double logWeight, int leaves, PhasePoint proposal) {

    static Subtree leaf(PhasePoint point, double logWeight) {
        return new Subtree(point, point, point.momentum(), logWeight, 1, point);
    }

    /** The same points in the opposite order. */
    Subtree reversed() {
        return new Subtree(last, first, momentumSum, logWeight, leaves, proposal);
    }

    /** This subtree continued by a newer one. */
    Subtree join(Subtree newer, double joinedLogWeight, PhasePoint chosen) {
        double[] sum = momentumSum.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += newer.momentumSum[i];
        }
        return new Subtree(first, newer.last, sum, joinedLogWeight, leaves + newer.leaves, chosen);
    }

    /** Log of the weight of this subtree and another one together. */
    double logWeightWith(Subtree other) {
        double larger = Math.max(logWeight, other.logWeight);
        double smaller = Math.min(logWeight, other.logWeight);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(smaller - larger));
    }
}
