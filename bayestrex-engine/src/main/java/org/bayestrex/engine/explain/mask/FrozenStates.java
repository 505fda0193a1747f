/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;

/**
 * The hidden states of inputs that are read again and again. The model is frozen, so those of an input are always the same: they
 * are computed once, where there is room for them and they are read more than once.
 */
final class FrozenStates {

    /** Values that may be kept, 256 MiB of them. */
    static final long ROOM = 1L << 26;

    private final MaskableModel model;
    private final Tensor inputs;
    private final List<HiddenStates> kept = new ArrayList<>();

    /**
     * Of inputs that are read in batches of one size.
     *
     * @param sample states of some of them, which tell how much room one takes
     * @param batch inputs that are read at once
     * @param reads how often that is done
     * @param room values that may be kept
     */
    FrozenStates(MaskableModel model, Tensor inputs, HiddenStates sample, int batch, int reads, long room) {
        this.model = model;
        this.inputs = inputs;
        int count = inputs.shape()[0];
        int size = Math.min(batch, count);
        long values = sample.layers().stream().mapToLong(Tensor::size).sum() / sample.rows() * count;
        if (values > room || (long) size * reads < count) {
            return;
        }
        for (int from = 0; from < count; from += size) {
            // A model may round otherwise in a batch of another size, so the last one is filled up with the first
            // inputs.
            int first = from;
            HiddenStates states = model.states(Rows.of(
                    inputs,
                    IntStream.range(first, first + size).map(row -> row % count).toArray()));
            IntStream.range(0, Math.min(size, count - from)).forEach(row -> kept.add(states.of(new int[] {row})));
        }
    }

    /** Those of these inputs. */
    HiddenStates of(int[] rows) {
        return kept.isEmpty()
                ? model.states(Rows.of(inputs, rows))
                : HiddenStates.joined(IntStream.of(rows).mapToObj(kept::get).toList());
    }
}
