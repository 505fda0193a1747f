/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/**
 * The distribution of a gate: binary concrete of temperature {@value #TEMPERATURE}, stretched to ({@value #LOW},
 * {@value #HIGH}) and clamped to [0, 1], so that exactly 0 has a probability and all else a density (Louizos, Welling and
 * Kingma 2018, section 2.2; De Cao et al. 2020, appendix A).
 *
 * <p>For a uniform u, s = sigmoid((logit + log u - log(1 - u)) / temperature) and z = clamp((high - low) s + low). So z = 0
 * when s is at most -low / (high - low) = 1/6, that is when logit + log u - log(1 - u) is at most temperature x log(1/5).
 */
final class BinaryConcrete {

    static final float TEMPERATURE = .2f;
    static final float LOW = -.2f;
    static final float HIGH = 1f;

    /** -temperature log(-low / high), .2 log 5: P(z != 0) = sigmoid(logit + this). */
    private static final float SHIFT = (float) (-TEMPERATURE * Math.log(-LOW / HIGH));

    private BinaryConcrete() {}

    /**
     * Draws through which gradients flow.
     *
     * @param noise log u - log(1 - u) for a uniform u, of the logits' shape
     */
    static NDArray draw(NDArray logits, NDArray noise) {
        return median(logits.add(noise));
    }

    /** The median of z, which is its value at u = 1/2: the gate to evaluate with, without chance. */
    static NDArray median(NDArray logits) {
        return Activation.sigmoid(logits.div(Pass.constant(logits, TEMPERATURE)))
                .mul(Pass.constant(logits, HIGH - LOW))
                .add(LOW)
                .clip(0, 1);
    }

    /** log P(z != 0), finite wherever the logits are. */
    static NDArray logKept(NDArray logits) {
        return logSigmoid(logits.add(SHIFT));
    }

    /** min(x, 0) - log(1 + exp(-|x|)). */
    private static NDArray logSigmoid(NDArray x) {
        return x.minimum(Pass.constant(x, 0)).sub(x.abs().neg().exp().add(1).log());
    }
}
