/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bayestrex.engine.model.LatentClassifier.Head;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

/** Seven inputs in batches of three: the last batch has one input, and is filled up. */
class FrozenStatesTest {

    private static final int POSITIONS = 4;
    private static final int BATCH = 3;
    private static final Tensor INPUTS = FlaggedSum.inputs(7, POSITIONS, 1);
    private static final List<int[]> READS =
            List.of(new int[] {6, 0, 3}, new int[] {1, 2, 5}, new int[] {4, 6, 1}, new int[] {0, 5, 2});

    private final Counted model = new Counted();

    private FrozenStates states(int reads, long room) {
        return new FrozenStates(model, INPUTS, new FlaggedSum(POSITIONS, false).states(INPUTS), BATCH, reads, room);
    }

    private void assertSameAsTheModels(FrozenStates states) {
        for (int[] rows : READS) {
            HiddenStates own = new FlaggedSum(POSITIONS, false).states(Rows.of(INPUTS, rows));
            HiddenStates read = states.of(rows);
            assertThat(read.layers()).hasSameSizeAs(own.layers());
            for (int layer = 0; layer < own.layers().size(); layer++) {
                assertSame(read.layers().get(layer), own.layers().get(layer));
            }
            assertSame(read.present(), own.present());
            assertSame(read.logits(), own.logits());
        }
    }

    private static void assertSame(Tensor read, Tensor own) {
        assertThat(read.shape()).isEqualTo(own.shape());
        assertThat(read.toArray()).isEqualTo(own.toArray());
    }

    @Test
    void eachInputIsComputedOnceInBatchesOfOneSize() {
        assertSameAsTheModels(states(READS.size(), FrozenStates.ROOM));

        assertThat(model.calls).isEqualTo(3);
        assertThat(model.rows).isEqualTo(9);
    }

    /** An input has 4 positions of 2 values and of 1, so seven have 84. */
    @Test
    void whereThereIsNoRoomTheyAreComputedEachTime() {
        assertSameAsTheModels(states(READS.size(), 83));
        assertThat(model.calls).isEqualTo(READS.size());

        assertSameAsTheModels(states(READS.size(), 84));
        assertThat(model.calls).isEqualTo(READS.size() + 3);
    }

    @Test
    void whatIsReadAtMostOnceIsNotComputedInAdvance() {
        FrozenStates states = states(2, FrozenStates.ROOM);

        assertThat(model.calls).isZero();
        assertSameAsTheModels(states);
    }

    /** Counts how often states are asked for. */
    private static final class Counted implements MaskableModel {

        private final FlaggedSum model = new FlaggedSum(POSITIONS, false);
        private int calls;
        private int rows;

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public int classes() {
            return model.classes();
        }

        @Override
        public int layers() {
            return model.layers();
        }

        @Override
        public int width(int layer) {
            return model.width(layer);
        }

        @Override
        public HiddenStates states(Tensor inputs) {
            calls++;
            rows += inputs.shape()[0];
            return model.states(inputs);
        }

        @Override
        public Tensor logits(Tensor inputs, int layer, Tensor state) {
            return model.logits(inputs, layer, state);
        }

        @Override
        public Tensor pullBack(Tensor inputs, int layer, Tensor state, Head head) {
            return model.pullBack(inputs, layer, state, head);
        }
    }
}
