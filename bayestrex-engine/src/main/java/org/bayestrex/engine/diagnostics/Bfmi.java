/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import java.util.Arrays;

/**
 * Estimated Bayesian fraction of missing information: how far one refreshed momentum moves the energy, compared with
 * how far the energy varies (Betancourt 2016, arXiv:1604.00695). Below about .3 the momentum is too weak to take the
 * chain through its tails.
 */
public final class Bfmi {

    private Bfmi() {}

    /**
     * Mean squared change of the energy between transitions over its variance.
     *
     * <p>Transitions without momentum have the energy NaN and are skipped, so that a chain which mixes kernels is
     * judged on the moves that have one.
     *
     * @param energies energy of each transition of one chain, in order
     * @return NaN where fewer than 4 energies remain, one is infinite or all are equal
     */
    public static double of(double[] energies) {
        double[] known =
                Arrays.stream(energies).filter(energy -> !Double.isNaN(energy)).toArray();
        if (known.length == 0 || !Chains.informative(new double[][] {known})) {
            return Double.NaN;
        }
        double squares = 0;
        for (int i = 1; i < known.length; i++) {
            squares += (known[i] - known[i - 1]) * (known[i] - known[i - 1]);
        }
        return squares / (known.length - 1) / Moments.variance(known);
    }

    /** {@link #of} of each chain. */
    public static double[] ofEach(double[][] energies) {
        return Arrays.stream(energies).mapToDouble(Bfmi::of).toArray();
    }
}
