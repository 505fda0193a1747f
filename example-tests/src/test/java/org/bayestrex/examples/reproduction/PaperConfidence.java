/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import org.bayestrex.engine.rate.Rate;

/**
 * A confidence of the paper's table 2.
 *
 * @param cls the class of the data set that it is the confidence in
 * @param mean over the paper's draws, to two decimals
 * @param deviation of the paper's draws; NaN where the paper gives none
 */
record PaperConfidence(int cls, double mean, double deviation) {

    private static final double ROUNDING = .005;

    /** Whether a mean that is known so well may be the paper's, which is rounded. */
    boolean agreesWith(Rate rate) {
        return !Double.isNaN(rate.estimate()) && rate.lower() <= mean + ROUNDING && rate.upper() >= mean - ROUNDING;
    }

    @Override
    public String toString() {
        return Double.isNaN(deviation) ? Shown.two(mean) : Shown.two(mean) + " ± " + Shown.two(deviation);
    }
}
