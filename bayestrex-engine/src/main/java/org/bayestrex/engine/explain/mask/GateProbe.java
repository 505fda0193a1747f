/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A small network that reads the states at one position and gives the logit of its gate, the same network at every position:
 * linear, tanh, linear, tanh, times {@value #REACH}, plus a learned bias that begins at {@value #OPEN}, so that all gates are
 * open at first (De Cao et al. 2020, appendix A).
 */
final class GateProbe {

    static final float REACH = 10;
    static final float OPEN = 5;

    /**
     * Within which the bias moves: the logit is -4 or more, so that one in forty draws opens a gate that is shut. Were it free,
     * all gates could be shut so firmly that none ever opened again, whatever the multiplier.
     */
    private static final float LEAST_BIAS = 6;

    private static final float MOST_BIAS = 8;

    private final Weights first;
    private final Weights firstBias;
    private final Weights second;
    private final Weights secondBias;
    private final Weights bias;

    /**
     * @param inputs width of what it reads
     * @param units of the hidden layer
     */
    GateProbe(int inputs, int units, UniformRandomProvider random, Supplier<RmsProp> optimiser) {
        first = Weights.uniform(inputs, random, optimiser.get(), units, inputs);
        firstBias = Weights.uniform(inputs, random, optimiser.get(), units);
        second = Weights.uniform(units, random, optimiser.get(), 1, units);
        secondBias = Weights.uniform(units, random, optimiser.get(), 1);
        bias = Weights.constant(OPEN, optimiser.get(), 1).within(LEAST_BIAS, MOST_BIAS);
    }

    /**
     * The logit of each position's gate.
     *
     * @param states [batch, positions, inputs]
     * @return [batch, positions]
     */
    NDArray logits(Pass pass, NDArray states) {
        NDArray hidden = Activation.tanh(linear(pass, states, first, firstBias));
        NDArray bounded = Activation.tanh(linear(pass, hidden, second, secondBias));
        return bounded.squeeze(-1).mul(Pass.constant(states, REACH)).add(pass.of(bias));
    }

    /** All that is learned. */
    List<Weights> weights() {
        return List.of(first, firstBias, second, secondBias, bias);
    }

    private static NDArray linear(Pass pass, NDArray input, Weights weight, Weights offset) {
        return Linear.linear(input, pass.of(weight), pass.of(offset)).singletonOrThrow();
    }
}
