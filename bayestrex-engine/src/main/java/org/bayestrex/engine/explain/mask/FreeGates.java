/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Gates of each input's own: nothing is learned of one input that another one could use. The baseline is given and not learned:
 * one for each input would come to hold what the model wants to see there, and no position would be needed any more.
 */
final class FreeGates implements Gates {

    /** Of a gate that is shut: it opens in one of sixteen draws, by which it learns whether it should. */
    private static final float SHUT = -3;

    private final int replaced;
    private final Weights logits;
    private final float[] baseline;

    FreeGates(HiddenStates states, float[] baseline, MaskSettings settings) {
        int layer = settings.layers().get(0);
        this.replaced = settings.masking() == Masking.INPUT ? 0 : layer;
        this.logits = Weights.constant(
                        GateProbe.OPEN, RmsProp.plain(settings.gateRate()), states.rows(), states.positions())
                .within(SHUT, GateProbe.OPEN);
        this.baseline = baseline.clone();
    }

    @Override
    public int replaced(int layer) {
        return replaced;
    }

    @Override
    public int count(int layer) {
        return 1;
    }

    @Override
    public List<NDArray> logits(Pass pass, HiddenStates states, int layer) {
        return List.of(pass.of(logits));
    }

    @Override
    public NDArray baseline(Pass pass, int layer) {
        return pass.of(baseline, baseline.length);
    }
}
