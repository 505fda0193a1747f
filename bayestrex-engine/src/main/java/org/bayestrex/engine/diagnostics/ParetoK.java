/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

/** Stub. */
public final class ParetoK {
    private ParetoK() {}

    /** Stub. */
    public static double of(double[] logWeights) {
        return .1;
    }
}
