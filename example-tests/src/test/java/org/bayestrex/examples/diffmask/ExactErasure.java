/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;

/**
 * Erasure by search (Li, Monroe and Jurafsky 2016): the smallest part of the digits, one at least, of which alone the network
 * says the same as of all; the surest of several. A digit that is erased is taken out of the sequence.
 */
final class ExactErasure {

    private static final int BATCH = 4096;

    private final ToyNetwork network;

    ExactErasure(ToyNetwork network) {
        this.network = network;
    }

    /** A kept part, as bits, and how it is answered. */
    private record Part(int bits, float logit) {}

    double[] attribution(Tensor input) {
        int length = ToyTask.length(input);
        int[] parts = IntStream.range(1, 1 << length).toArray();
        List<Part> answered = new ArrayList<>();
        for (int from = 0; from < parts.length; from += BATCH) {
            int[] some = Arrays.copyOfRange(parts, from, Math.min(parts.length, from + BATCH));
            Tensor logits = network.states(shortened(input, some)).logits();
            for (int i = 0; i < some.length; i++) {
                answered.add(new Part(some[i], logits.get(2 * i + 1)));
            }
        }
        boolean positive = answered.get(answered.size() - 1).logit() > 0; // all bits set
        Part best = answered.stream()
                .filter(part -> part.logit() > 0 == positive)
                .min(Comparator.<Part>comparingInt(part -> Integer.bitCount(part.bits()))
                        .thenComparingDouble(part -> positive ? -part.logit() : part.logit()))
                .orElseThrow();
        double[] attribution = new double[ToyTask.LONGEST];
        for (int i = 0; i < length; i++) {
            attribution[i] = best.bits() >> i & 1;
        }
        return attribution;
    }

    private static Tensor shortened(Tensor input, int[] parts) {
        float[] inputs = new float[parts.length * ToyTask.WIDTH];
        Arrays.fill(inputs, -1);
        for (int row = 0; row < parts.length; row++) {
            int to = row * ToyTask.WIDTH;
            inputs[to++] = input.get(0);
            inputs[to++] = input.get(1);
            for (int i = 0; i < ToyTask.length(input); i++) {
                if ((parts[row] >> i & 1) == 1) {
                    inputs[to++] = input.get(ToyTask.QUERY + i);
                }
            }
        }
        return Tensor.of(inputs, parts.length, ToyTask.WIDTH);
    }
}
