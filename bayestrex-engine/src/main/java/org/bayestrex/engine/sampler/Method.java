package org.bayestrex.engine.sampler;

/** Which kernels move the chains. */
public enum Method {
    /** Chains that compose NUTS with elliptical slice moves, about half the cost each. */
    AUTO,
    /** No-U-turn sampler alone; needs a model with a gradient. */
    NUTS,
    /** Elliptical slice moves alone: forward passes only, for models without a gradient. */
    ELLIPTICAL_SLICE
}
