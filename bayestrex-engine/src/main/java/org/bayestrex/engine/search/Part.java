/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

/**
 * What one part of a search did: a stage, or one of the kernels that the chains are made of.
 *
 * @param name which part: "pilot", "weighted draws", "chains", "chains: NUTS"
 * @param gradients evaluations with gradient
 * @param forwards evaluations without gradient
 * @param seconds time it took; a kernel has its share of the chains' time by the cost of its evaluations
 * @param share of the search's time, in [0, 1]; kernels are counted within the chains
 * @param acceptance mean acceptance statistic, in [0, 1]; NaN for a part that accepts nothing
 * @param effectiveDraws how many independent draws of the posterior it is worth; NaN for a part that makes none
 */
public record Part(
        String name,
        long gradients,
        long forwards,
        double seconds,
        double share,
        double acceptance,
        double effectiveDraws) {

    /** Prior draws. */
    public static final String PILOT = "pilot";
    /** Rounds that adapt a mixture. */
    public static final String ROUNDS = "mixture rounds";
    /** Sequential Monte Carlo. */
    public static final String SMC = "sequential Monte Carlo";
    /** Independent draws from the frozen mixture, or from the prior. */
    public static final String WEIGHTED = "weighted draws";
    /** Chains, their warm-up included. */
    public static final String CHAINS = "chains";

    /** Effective draws a second; NaN for a part that makes none. */
    public double effectiveDrawsPerSecond() {
        return effectiveDraws / seconds;
    }
}
