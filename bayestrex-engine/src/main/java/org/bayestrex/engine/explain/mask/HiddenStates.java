/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
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

    /** Which positions an input has, in ascending order. */
    public int[] positionsOf(int row) {
        Tensor own = present.row(row);
        return IntStream.range(0, own.size()).filter(i -> own.get(i) > 0).toArray();
    }

    /** Those of some of the inputs. */
    HiddenStates of(int[] rows) {
        return new HiddenStates(
                layers.stream().map(layer -> Rows.of(layer, rows)).toList(),
                Rows.of(present, rows),
                Rows.of(logits, rows));
    }

    /** One batch of several, each of one input. */
    static HiddenStates joined(List<HiddenStates> single) {
        List<Tensor> layers = IntStream.range(0, single.get(0).layers.size())
                .mapToObj(layer -> stacked(single, states -> states.layers.get(layer)))
                .toList();
        return new HiddenStates(layers, stacked(single, HiddenStates::present), stacked(single, HiddenStates::logits));
    }

    private static Tensor stacked(List<HiddenStates> single, Function<HiddenStates, Tensor> part) {
        return Tensor.stacked(
                single.stream().map(states -> part.apply(states).row(0)).toList());
    }
}
