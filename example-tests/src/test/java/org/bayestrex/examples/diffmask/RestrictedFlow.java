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
 * Restricting the flow (Schulz, Sixt, Tombari and Landgraf 2020): each position of a state is mixed with noise that looks like
 * the state does on average, g h + (1 - g) (m + s e), and pays for the information that it lets through. Learned for each
 * input alone, with the toy task's figures of the DiffMask paper: 500 steps, weight 10 of the information.
 */
final class RestrictedFlow {

    private static final int STEPS = 500;
    private static final double RATE = .1;
    private static final double INFORMATION = 10;
    private static final float OPEN = 5;

    private final ToyNetwork network;
    private final int layer;
    private final double[] mean;
    private final double[] deviation;

    /** @param examples on which the state's mean and deviation are found */
    RestrictedFlow(ToyNetwork network, int layer, ToyTask examples) {
        this.network = network;
        this.layer = layer;
        HiddenStates states = network.states(examples.inputs());
        Tensor state = states.layers().get(layer);
        int width = network.width(layer);
        mean = new double[width];
        deviation = new double[width];
        double count = 0;
        for (int cell = 0; cell < states.present().size(); cell++) {
            double present = states.present().get(cell);
            count += present;
            for (int i = 0; i < width; i++) {
                double value = state.get(cell * width + i);
                mean[i] += present * value;
                deviation[i] += present * value * value;
            }
        }
        for (int i = 0; i < width; i++) {
            mean[i] /= count;
            deviation[i] = Math.sqrt(deviation[i] / count - mean[i] * mean[i]);
        }
    }

    List<double[]> attributions(ToyTask task, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        HiddenStates states = network.states(task.inputs());
        Tensor state = states.layers().get(layer);
        int width = network.width(layer);
        float[] openness = new float[state.size() / width];
        Arrays.fill(openness, OPEN);
        RmsProp optimiser = RmsProp.centred(RATE);
        for (int step = 0; step < STEPS; step++) {
            float[] mixed = new float[state.size()];
            double[] swing = new double[state.size()]; // by which mixed changes with g
            for (int i = 0; i < mixed.length; i++) {
                double g = sigmoid(openness[i / width]);
                double noise = mean[i % width] + deviation[i % width] * gaussian.sample();
                mixed[i] = (float) (g * state.get(i) + (1 - g) * noise);
                swing[i] = state.get(i) - noise;
            }
            Tensor slopes = network.pullBack(
                    task.inputs(),
                    layer,
                    Tensor.of(mixed, state.shape()),
                    logits -> crossEntropy(logits, task.labels()));
            float[] gradient = new float[openness.length];
            for (int i = 0; i < mixed.length; i++) {
                double g = sigmoid(openness[i / width]);
                double distance = (state.get(i) - mean[i % width]) / deviation[i % width];
                double information = (1 / (1 - g) - (1 - g) + g * distance * distance) / width / ToyTask.LONGEST;
                gradient[i / width] += (float) ((slopes.get(i) * swing[i]
                                + INFORMATION * information * states.present().get(i / width))
                        * g
                        * (1 - g));
            }
            optimiser.step(openness, gradient, 1);
        }
        return Attributions.of(states.present(), cell -> sigmoid(openness[cell]));
    }

    private static float[] crossEntropy(float[] logits, int[] labels) {
        float[] slopes = new float[logits.length];
        for (int row = 0; row < labels.length; row++) {
            slopes[2 * row + 1] = (float) sigmoid(logits[2 * row + 1] - logits[2 * row]) - labels[row];
        }
        return slopes;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
