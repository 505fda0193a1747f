/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/**
 * One kernel's part in a transition.
 *
 * @param kernel the kernel's name, for reports: "NUTS"
 * @param acceptance its acceptance statistic, in [0, 1]
 * @param gradients evaluations with gradient
 * @param forwards evaluations without gradient
 * @since 0.1
 */
public record Move(String kernel, double acceptance, int gradients, int forwards) {

    /** An evaluation with gradient costs about this many without, in batches on a CPU. */
    public static final double GRADIENT_COST = 3;

    /** Cost in evaluations without gradient. */
    public double cost() {
        return GRADIENT_COST * gradients + forwards;
    }
}
