/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import org.bayestrex.engine.model.LatentClassifier.Head;
import org.bayestrex.engine.model.Tensor;

/**
 * A frozen classifier whose hidden states can be read, replaced, and run on from. Its states are cut into positions, tokens
 * or patches, the same ones in each layer, and a position is kept or replaced as a whole.
 *
 * <p>Implementations are used by one thread at a time. One that differentiates through DJL does so in a
 * {@linkplain org.bayestrex.engine.model.GradientTurn turn} of its own.
 */
public interface MaskableModel {

    /** A name, for messages. */
    String name();

    /** Number of classes, K. */
    int classes();

    /** Number of hidden states, h_0 among them. */
    int layers();

    /** Number of values of a layer at each position. */
    int width(int layer);

    /**
     * All hidden states, and what the model says.
     *
     * @param inputs [batch, ...]
     */
    HiddenStates states(Tensor inputs);

    /**
     * What the model says when a state is replaced.
     *
     * @param inputs [batch, ...], of which the model may use what is not part of the state, such as lengths
     * @param layer which state
     * @param state instead of it, [batch, positions, width of the layer]
     * @return logits, [batch, K]
     */
    Tensor logits(Tensor inputs, int layer, Tensor state);

    /**
     * The same, and back.
     *
     * @param head from the logits [batch, K], row-major, to the derivative of a scalar by each of them
     * @return the derivative of that scalar by the replaced state, of its shape
     */
    Tensor pullBack(Tensor inputs, int layer, Tensor state, Head head);
}
