/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.bayestrex.engine.model.Tensor;

/** Which inputs make a batch: all of them once in an order drawn by chance, then again in another one. */
final class Rows {

    private final int[] order;
    private final UniformRandomProvider random;
    private int at;

    Rows(int count, UniformRandomProvider random) {
        this.order = IntStream.range(0, count).toArray();
        this.random = random;
        this.at = count;
    }

    /** The next ones, as many or as there are. */
    int[] next(int batch) {
        int size = Math.min(batch, order.length);
        if (at + size > order.length) {
            shuffle();
            at = 0;
        }
        int[] rows = Arrays.copyOfRange(order, at, at + size);
        at += size;
        return rows;
    }

    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** Batches of all inputs in their order. */
    static List<int[]> inOrder(int count, int batch) {
        return IntStream.iterate(0, from -> from < count, from -> from + batch)
                .mapToObj(from ->
                        IntStream.range(from, Math.min(count, from + batch)).toArray())
                .toList();
    }

    /** These rows of a batch. */
    static Tensor of(Tensor inputs, int[] rows) {
        return Tensor.stacked(IntStream.of(rows).mapToObj(inputs::row).toList());
    }
}
