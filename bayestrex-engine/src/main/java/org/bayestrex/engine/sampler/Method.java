/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

/**
 * Which kernels a chain is made of.
 *
 * @since 0.1
 */
public enum Method {

    /** One {@link #NUTS} move, then as many {@link #ELLIPTICAL_SLICE} moves as cost about the same. */
    AUTO,

    /** The no-U-turn sampler alone: long moves along a level set, a batch of gradients each. */
    NUTS,

    /** Elliptical slice sampling alone: no gradient, but a standard normal prior. */
    ELLIPTICAL_SLICE
}
