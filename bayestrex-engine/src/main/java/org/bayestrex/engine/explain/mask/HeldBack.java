/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;

/** Inputs that nothing is learned on: by them it is told how masks do on inputs that they have not seen. */
final class HeldBack {

    /** One in so many inputs is held back. */
    private static final int ONE_IN = 10;

    private static final int MOST = 512;

    private final List<Tensor> inputs = new ArrayList<>();
    private final List<HiddenStates> states = new ArrayList<>();

    /**
     * The states are computed once, in batches.
     *
     * @param held which of the inputs; none is fine
     */
    HeldBack(MaskableModel model, Tensor all, int[] held, int batch) {
        for (int[] places : Rows.inOrder(held.length, batch)) {
            Tensor some =
                    Rows.of(all, IntStream.of(places).map(place -> held[place]).toArray());
            inputs.add(some);
            states.add(model.states(some));
        }
    }

    /** How many of so many inputs. */
    static int count(int all) {
        return Math.min(MOST, all / ONE_IN);
    }

    /** The masks of all of them at a layer, as the gates are now. */
    List<Mask> masks(MaskLearning learning, int layer, double multiplier) {
        List<Mask> masks = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            HiddenStates some = states.get(i);
            double[] multipliers = MaskLearning.same(multiplier, some.rows());
            masks.addAll(Arrays.asList(learning.masks(inputs.get(i), some, layer, multipliers)));
        }
        return masks;
    }
}
