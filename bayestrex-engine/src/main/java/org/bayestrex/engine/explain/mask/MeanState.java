/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import org.bayestrex.engine.model.Tensor;

/** The mean of a state over the positions that are there: where baselines begin. */
final class MeanState {

    private MeanState() {}

    /** Over all inputs, [width]. */
    static float[] of(HiddenStates states, int layer) {
        Tensor state = states.layers().get(layer);
        double[] sums = new double[state.shape()[2]];
        double count = 0;
        for (int cell = 0; cell < states.present().size(); cell++) {
            double present = states.present().get(cell);
            count += present;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += present * state.get(cell * sums.length + i);
            }
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / Math.max(1, count));
        }
        return mean;
    }
}
