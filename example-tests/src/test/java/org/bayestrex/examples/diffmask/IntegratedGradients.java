/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.util.List;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.model.Tensor;

/**
 * Integrated gradients (Sundararajan, Taly and Yan 2017) of class 1's log-odds by a state, from 0 on a straight line; of each
 * position the size of the sum over its values.
 */
final class IntegratedGradients {

    private IntegratedGradients() {}

    static List<double[]> of(MaskableModel model, Tensor inputs, int layer, int steps) {
        HiddenStates states = model.states(inputs);
        Tensor state = states.layers().get(layer);
        int width = model.width(layer);
        double[] sums = new double[state.size() / width];
        for (int step = 0; step < steps; step++) {
            float share = (step + .5f) / steps;
            float[] part = state.toArray();
            for (int i = 0; i < part.length; i++) {
                part[i] *= share;
            }
            Tensor slopes = model.pullBack(inputs, layer, Tensor.of(part, state.shape()), IntegratedGradients::logOdds);
            for (int i = 0; i < part.length; i++) {
                sums[i / width] += state.get(i) * slopes.get(i) / steps;
            }
        }
        return Attributions.of(states.present(), cell -> Math.abs(sums[cell]));
    }

    /** The derivative of the sum over the rows. */
    private static float[] logOdds(float[] logits) {
        float[] slopes = new float[logits.length];
        for (int i = 0; i < slopes.length; i += 2) {
            slopes[i] = -1;
            slopes[i + 1] = 1;
        }
        return slopes;
    }
}
