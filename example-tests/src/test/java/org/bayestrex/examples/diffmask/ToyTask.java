/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.model.Tensor;

/**
 * The paper's toy task (section 3): a query of two distinct digits m and n and 1 to 10 digits, each m or n with a probability
 * of 1/4 and any other one with 1/16; are there more m than n? By construction the answer needs every m and every n, and
 * nothing else.
 *
 * @param inputs [examples, 2 + 10]: m, n, the digits, and -1 where there are no more
 * @param labels 1 where there are more m than n
 */
record ToyTask(Tensor inputs, int[] labels) {

    static final int DIGITS = 10;
    static final int QUERY = 2;
    static final int LONGEST = 10;
    static final int WIDTH = QUERY + LONGEST;

    private static final int NONE = -1;

    static ToyTask generate(int examples, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        float[] inputs = new float[examples * WIDTH];
        int[] labels = new int[examples];
        for (int row = 0; row < examples; row++) {
            int m = random.nextInt(DIGITS);
            int n = (m + 1 + random.nextInt(DIGITS - 1)) % DIGITS;
            int length = 1 + random.nextInt(LONGEST);
            int excess = 0;
            inputs[row * WIDTH] = m;
            inputs[row * WIDTH + 1] = n;
            for (int i = 0; i < LONGEST; i++) {
                int digit = i < length ? digit(m, n, random) : NONE;
                inputs[row * WIDTH + QUERY + i] = digit;
                excess += digit == m ? 1 : digit == n ? -1 : 0;
            }
            labels[row] = excess > 0 ? 1 : 0;
        }
        return new ToyTask(Tensor.of(inputs, examples, WIDTH), labels);
    }

    private static int digit(int m, int n, UniformRandomProvider random) {
        int quarter = random.nextInt(4);
        if (quarter < 2) {
            return quarter == 0 ? m : n;
        }
        int digit = random.nextInt(DIGITS - 2); // of those that are neither, in order
        digit += digit >= Math.min(m, n) ? 1 : 0;
        return digit + (digit >= Math.max(m, n) ? 1 : 0);
    }

    int size() {
        return labels.length;
    }

    /** Examples from one up to another one. */
    ToyTask slice(int from, int to) {
        return new ToyTask(
                Tensor.stacked(IntStream.range(from, to).mapToObj(inputs::row).toList()),
                Arrays.copyOfRange(labels, from, to));
    }

    /** The digit at a position, or -1. */
    static int digit(Tensor input, int position) {
        return (int) input.get(QUERY + position);
    }

    static int length(Tensor input) {
        return (int)
                IntStream.range(0, LONGEST).filter(i -> digit(input, i) != NONE).count();
    }

    /** What is known: uniform over the positions of m and n, the sum 1; all zero where there are none. */
    static double[] truth(Tensor input) {
        double[] truth = new double[LONGEST];
        double needed = 0;
        for (int i = 0; i < LONGEST; i++) {
            int digit = digit(input, i);
            truth[i] = digit == (int) input.get(0) || digit == (int) input.get(1) ? 1 : 0;
            needed += truth[i];
        }
        for (int i = 0; i < LONGEST; i++) {
            truth[i] /= Math.max(1, needed);
        }
        return truth;
    }
}
