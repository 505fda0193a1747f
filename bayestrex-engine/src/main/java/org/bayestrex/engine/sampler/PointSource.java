/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import org.bayestrex.engine.density.Evaluation;

/**
 * Independent points that want the density, forward passes only, any number at a time. Answers come in
 * the order of the points.
 *
 * @since 0.1
 */
public interface PointSource {

    /** Whether a further point is wanted now; more may be wanted once those that are out are answered. */
    boolean wantsMore();

    /** The next point, length d. */
    double[] next();

    /** Takes the answer for a point. */
    void answer(double[] position, Evaluation evaluation);

    /** Whether every point that was wanted is answered. */
    boolean isDone();

    /** Points answered so far. */
    int answered();

    /** Points wanted in all, as far as is known by now. */
    int total();
}
