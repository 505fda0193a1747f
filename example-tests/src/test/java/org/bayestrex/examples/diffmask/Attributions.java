/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.bayestrex.engine.model.Tensor;

/** Attributions of positions, one array of each input. */
final class Attributions {

    private Attributions() {}

    /** A value of each position of each row, where the row has it. */
    static List<double[]> of(Tensor present, IntToDoubleFunction value) {
        List<double[]> all = new ArrayList<>();
        int positions = present.shape()[1];
        for (int row = 0; row < present.shape()[0]; row++) {
            double[] attribution = new double[positions];
            for (int i = 0; i < positions; i++) {
                int cell = row * positions + i;
                attribution[i] = present.get(cell) * value.applyAsDouble(cell);
            }
            all.add(attribution);
        }
        return all;
    }
}
