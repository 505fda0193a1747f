/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** Where the logits of gates come from, and what stands in for what they shut out. */
sealed interface Gates permits ProbeGates, FreeGates {

    /** The layer whose state is replaced when the gates of a layer are asked for. */
    int replaced(int layer);

    /** Number of gates whose product is the mask. */
    int count(int layer);

    /** Logits of the gates whose product is the mask, each [batch, positions]. */
    List<NDArray> logits(Pass pass, HiddenStates states, int layer);

    /** What stands in for a masked part: a shape that broadcasts to [batch, positions, width of the replaced layer]. */
    NDArray baseline(Pass pass, int layer);
}
