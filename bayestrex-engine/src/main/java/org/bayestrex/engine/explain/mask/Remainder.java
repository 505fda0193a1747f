/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;

/**
 * What is kept of an input, as it is, while the rest is replaced.
 *
 * @param positions that are kept, in ascending order
 * @param logits what the model then says, [classes]
 * @param divergence of that from what it says of the whole input, Kullback-Leibler, in nats
 */
public record Remainder(List<Integer> positions, Tensor logits, double divergence) {

    public Remainder {
        positions = List.copyOf(positions);
    }

    /** Its positions without each one of them. */
    List<List<Integer>> smaller() {
        return IntStream.range(0, positions.size())
                .mapToObj(out -> IntStream.range(0, positions.size())
                        .filter(i -> i != out)
                        .mapToObj(positions::get)
                        .toList())
                .toList();
    }
}
