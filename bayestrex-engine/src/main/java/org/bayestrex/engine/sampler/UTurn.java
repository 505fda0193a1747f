/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/**
 * The generalised no-U-turn criterion (Betancourt 2017, appendix A.4.2), on a span of trajectory whose
 * displacement is the sum of its momenta by the trapezoidal rule: the two end points count half.
 *
 * <p>Without that half correction the criterion first sees a resonant trajectory turn after several
 * periods; without the two spans that cross from one subtree into the other it can miss a turn between
 * them. Both together keep the integration time of a standard normal below two periods.
 *
 * @param metric the mass matrix
 */
record UTurn(DiagonalMetric metric) {

    /** Whether two adjacent subtrees, taken together, turn. */
    boolean between(Subtree older, Subtree newer) {
        double[] olderSum = older.momentumSum();
        double[] newerSum = newer.momentumSum();
        double[] olderLast = older.last().momentum();
        double[] newerFirst = newer.first().momentum();
        return turns(older.first().momentum(), newer.last().momentum(), olderSum, newerSum)
                || (older.leaves() > 1 && turns(older.first().momentum(), newerFirst, olderSum, newerFirst))
                || (newer.leaves() > 1 && turns(olderLast, newer.last().momentum(), olderLast, newerSum));
    }

    /** Whether the momentum at either end of a span points against the displacement between them. */
    private boolean turns(double[] first, double[] last, double[] sumA, double[] sumB) {
        double atFirst = 0;
        double atLast = 0;
        for (int i = 0; i < first.length; i++) {
            double displacement = metric.variance(i) * (sumA[i] + sumB[i] - (first[i] + last[i]) / 2);
            atFirst += first[i] * displacement;
            atLast += last[i] * displacement;
        }
        return !(atFirst > 0 && atLast > 0);
    }
}
