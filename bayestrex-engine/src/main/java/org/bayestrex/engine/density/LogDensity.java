/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

/** A log density that answers one point at a time: exact targets in tests, and densities in plain Java. */
@FunctionalInterface
public interface LogDensity {

    /**
     * Evaluates the density.
     *
     * @param position the point, length d
     * @param withGradient whether the answer must carry the gradient
     */
    Evaluation evaluate(double[] position, boolean withGradient);
}
