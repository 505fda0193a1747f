/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/**
 * What one transition did.
 *
 * @param acceptance average acceptance statistic in [0, 1]
 * @param energy Hamiltonian of the accepted state at the momentum refreshed for this transition
 *     (Betancourt 2016), or NaN for kernels without momentum
 * @param energyError largest absolute error of the energy along the trajectory, 0 without one
 * @param divergent whether the integrator diverged
 * @param depth depth of the trajectory's tree, 0 without one
 * @param gradients evaluations with gradient
 * @param forwards evaluations without gradient
 */
public record Transition(
        double acceptance,
        double energy,
        double energyError,
        boolean divergent,
        int depth,
        int gradients,
        int forwards) {}
