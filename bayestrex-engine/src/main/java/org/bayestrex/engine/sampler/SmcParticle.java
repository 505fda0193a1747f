/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/**
 * A weighted particle of {@link LogOddsSmc}.
 *
 * @param state where it is
 * @param island which population it belongs to, from 0
 * @param ancestor index, within the island, of the prior draw that it descends from
 * @param logWeight log of its weight under the posterior, on one scale for all islands: the sum of the
 *     weights, divided by the number of particles that there are, estimates the evidence
 * @since 0.1
 */
public record SmcParticle(State state, int island, int ancestor, double logWeight) {}
