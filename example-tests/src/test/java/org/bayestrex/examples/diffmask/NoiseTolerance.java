/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.RmsProp;
import org.bayestrex.engine.model.Tensor;

/**
 * How much noise each position bears (Guan et al. 2019): normal noise is added to a state, as much as leaves the log-odds
 * where they are; the attribution is one over its deviation. Learned for each input alone, 500 steps.
 */
final class NoiseTolerance {

    private static final int STEPS = 500;
    private static final double RATE = .1;
    private static final float QUIET = -5;

    /** Weight of the noise's entropy against the squared error of one example: in the paper's programme 1 against the sum of 1000. */
    private static final double ENTROPY = 1e-3;

    private NoiseTolerance() {}

    static List<double[]> of(ToyNetwork network, Tensor inputs, int layer, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        HiddenStates states = network.states(inputs);
        Tensor state = states.layers().get(layer);
        int width = network.width(layer);
        float[] loudness = new float[state.size() / width];
        Arrays.fill(loudness, QUIET);
        RmsProp optimiser = RmsProp.centred(RATE);
        for (int step = 0; step < STEPS; step++) {
            float[] noisy = state.toArray();
            double[] noise = new double[noisy.length];
            for (int i = 0; i < noisy.length; i++) {
                noise[i] = gaussian.sample();
                noisy[i] += (float) (noise[i] * softplus(loudness[i / width]));
            }
            Tensor slopes = network.pullBack(
                    inputs, layer, Tensor.of(noisy, state.shape()), logits -> squaredError(logits, states.logits()));
            float[] gradient = new float[loudness.length];
            for (int i = 0; i < noisy.length; i++) {
                gradient[i / width] += (float) (slopes.get(i) * noise[i]);
            }
            for (int cell = 0; cell < gradient.length; cell++) {
                double slope = 1 / (1 + Math.exp(-loudness[cell]));
                double entropy = 1 / softplus(loudness[cell]);
                gradient[cell] = (float) ((gradient[cell] - ENTROPY * entropy) * slope);
            }
            optimiser.step(loudness, gradient, 1);
        }
        return Attributions.of(states.present(), cell -> 1 / softplus(loudness[cell]));
    }

    private static float[] squaredError(float[] logits, Tensor own) {
        float[] slopes = new float[logits.length];
        for (int i = 1; i < slopes.length; i += 2) {
            slopes[i] = 2 * (logits[i] - own.get(i));
        }
        return slopes;
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
