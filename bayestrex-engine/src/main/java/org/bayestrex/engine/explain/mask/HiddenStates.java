/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.List;
import org.bayestrex.engine.model.Tensor;

/**
 * What a model computes on its way, with the same positions in each layer.
 *
 * @param layers h_0 to h_L, each [batch, positions, width of the layer]; h_0 is what the input is embedded as
 * @param present [batch, positions], 1 where the input has this position and 0 where it is shorter
 * @param logits what the model says in the end, [batch, classes]
 */
public record HiddenStates(List<Tensor> layers, Tensor present, Tensor logits) {

    public HiddenStates {
        layers = List.copyOf(layers);
        int[] shape = present.shape();
        for (Tensor layer : layers) {
            int[] extents = layer.shape();
            if (extents.length != 3 || extents[0] != shape[0] || extents[1] != shape[1]) {
                throw new IllegalArgumentException(
                        "A hidden state must be [%d, %d, width] as the positions are, but is %s"
                                .formatted(shape[0], shape[1], layer));
            }
        }
    }

    /** Number of inputs. */
    public int rows() {
        return present.shape()[0];
    }

    /** Number of positions. */
    public int positions() {
        return present.shape()[1];
    }
}
