/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.LatentClassifier.Head;
import org.bayestrex.engine.model.Tensor;

/**
 * A model of which it is known what it needs: h_0 is (value, flag) at each position, h_1 their product, and class 1 has the
 * log-odds 3 times the sum of h_1. Positions whose flag is 0 are needless.
 *
 * @param positions of each input
 * @param deaf whether it says "even" whenever a state is replaced, by itself too: no mask keeps its prediction
 */
record FlaggedSum(int positions, boolean deaf) implements MaskableModel {

    private static final float SLOPE = 3;

    /** Inputs of which two positions have the flag 1, value +1 or -1 everywhere; the two flagged ones are equal. */
    static Tensor inputs(int count, int positions, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        float[] values = new float[count * positions * 2];
        for (int row = 0; row < count; row++) {
            int first = random.nextInt(positions);
            int second = (first + 1 + random.nextInt(positions - 1)) % positions;
            float sign = random.nextBoolean() ? 1 : -1;
            for (int i = 0; i < positions; i++) {
                boolean flagged = i == first || i == second;
                int at = (row * positions + i) * 2;
                values[at] = flagged ? sign : random.nextBoolean() ? 1 : -1;
                values[at + 1] = flagged ? 1 : 0;
            }
        }
        return Tensor.of(values, count, positions, 2);
    }

    @Override
    public String name() {
        return "flagged sum";
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public int layers() {
        return 2;
    }

    @Override
    public int width(int layer) {
        return layer == 0 ? 2 : 1;
    }

    @Override
    public HiddenStates states(Tensor inputs) {
        int rows = inputs.shape()[0];
        float[] present = new float[rows * positions];
        Arrays.fill(present, 1);
        Tensor products = products(inputs);
        return new HiddenStates(
                List.of(inputs, products), Tensor.of(present, rows, positions), logits(products, SLOPE));
    }

    private Tensor products(Tensor state) {
        float[] products = new float[state.size() / 2];
        for (int i = 0; i < products.length; i++) {
            products[i] = state.get(2 * i) * state.get(2 * i + 1);
        }
        return Tensor.of(products, state.shape()[0], positions, 1);
    }

    private Tensor logits(Tensor products, float slope) {
        int rows = products.shape()[0];
        float[] logits = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < positions; i++) {
                logits[2 * row + 1] += slope * products.get(row * positions + i);
            }
        }
        return Tensor.of(logits, rows, 2);
    }

    @Override
    public Tensor logits(Tensor inputs, int layer, Tensor state) {
        return logits(layer == 0 ? products(state) : state, deaf ? 0 : SLOPE);
    }

    @Override
    public Tensor pullBack(Tensor inputs, int layer, Tensor state, Head head) {
        float[] slopes = head.cotangents(logits(inputs, layer, state).toArray());
        int width = width(layer);
        float[] pulled = new float[state.size()];
        for (int i = 0; i < state.size() / width; i++) {
            float slope = (deaf ? 0 : SLOPE) * slopes[i / positions * 2 + 1];
            if (layer == 0) {
                pulled[2 * i] = slope * state.get(2 * i + 1);
                pulled[2 * i + 1] = slope * state.get(2 * i);
            } else {
                pulled[i] = slope;
            }
        }
        return Tensor.of(pulled, state.shape());
    }
}
