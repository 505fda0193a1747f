/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/**
 * How draws of the posterior are made.
 *
 * @since 0.1
 */
public enum Method {

    /**
     * Weighted draws from a fitted mixture beside chains of {@link #NUTS}, {@link #ELLIPTICAL_SLICE} and global
     * moves, each the other's check. Of a data distribution with moves of its own, or that does not admit every point, chains
     * alone, made of global moves from a learned latent-class model, of those moves and of {@link #ELLIPTICAL_SLICE}.
     */
    AUTO,

    /** Chains of the no-U-turn sampler alone: long moves along a level set, a batch of gradients each. */
    NUTS,

    /** Chains of elliptical slice moves alone: no gradient, but a standard normal prior. */
    ELLIPTICAL_SLICE,

    /** Weighted independent draws from a mixture that is fitted in rounds and then frozen: no gradient, no chains. */
    MIXTURE,

    /** Prior draws weighted by the likelihood: nothing is adapted, and rare predictions are out of reach. */
    DIRECT,

    /** Chains of random-walk Metropolis moves alone: no gradient; the plainest sampler, to compare with. */
    RANDOM_WALK,

    /** Chains of the data distribution's own moves alone: no gradient, but a distribution that has some. */
    OWN_MOVES;

    /** Whether it moves chains. */
    public boolean hasChains() {
        return this != MIXTURE && this != DIRECT;
    }

    /** Whether it draws independently, each draw with a weight. */
    public boolean isWeighted() {
        return this == AUTO || !hasChains();
    }

    /** Whether it cannot do without gradients; {@link #AUTO} leaves NUTS out where there are none. */
    public boolean needsGradient() {
        return this == NUTS;
    }
}
