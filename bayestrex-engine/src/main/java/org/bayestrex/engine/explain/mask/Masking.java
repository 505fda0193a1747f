/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

/** What is masked (De Cao et al. 2020, sections 2.2 and 2.3). */
public enum Masking {
    /**
     * The input, h_0. What the states up to h_l tell decides: the gates of layers 0 to l are multiplied, and the model runs
     * again from the masked embeddings. A layer after which a part is no longer needed has seen what it wanted there.
     */
    INPUT,
    /** The state h_l itself: the model goes on from there. Which positions carry what it still needs. */
    HIDDEN
}
