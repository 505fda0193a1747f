/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * A state of which parts are replaced: z h + (1 - z) b.
 *
 * @param gate z, [batch, positions]
 * @param logKept log P(z != 0), [batch, positions]
 * @param state [batch, positions, width]
 */
record MaskedState(NDArray gate, NDArray logKept, NDArray state) {

    /** @param noise one array of each gate, or null for the gates' medians */
    static MaskedState of(Gates gates, Pass pass, HiddenStates states, int layer, float @Nullable [][] noise) {
        List<NDArray> logits = gates.logits(pass, states, layer);
        NDArray gate = null;
        NDArray logKept = null;
        for (int i = 0; i < logits.size(); i++) {
            NDArray logit = logits.get(i);
            NDArray one = noise == null
                    ? BinaryConcrete.median(logit)
                    : BinaryConcrete.draw(logit, pass.of(noise[i], states.rows(), states.positions()));
            NDArray kept = BinaryConcrete.logKept(logit);
            gate = gate == null ? one : gate.mul(one);
            logKept = logKept == null ? kept : logKept.add(kept);
        }
        if (gate == null || logKept == null) {
            throw new IllegalStateException("There are no gates for layer " + layer);
        }
        NDArray open = gate.expandDims(-1);
        NDArray own = pass.of(states.layers().get(gates.replaced(layer)));
        NDArray state = own.mul(open).add(open.neg().add(1).mul(gates.baseline(pass, layer)));
        return new MaskedState(gate, logKept, state);
    }

    /** log u - log(1 - u), for as many gates of as many inputs. */
    static float[][] noise(int gates, int count, UniformRandomProvider random) {
        float[][] noise = new float[gates][count];
        for (float[] one : noise) {
            for (int i = 0; i < count; i++) {
                double u = random.nextDouble() * (1 - 2e-9) + 1e-9;
                one[i] = (float) (Math.log(u) - Math.log1p(-u));
            }
        }
        return noise;
    }
}
