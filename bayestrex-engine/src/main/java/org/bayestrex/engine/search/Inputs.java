/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;

/** Generated inputs, in batches of one padded size. */
record Inputs(DataDistribution distribution) {

    /** The inputs at latent points, each without the batch extent. */
    List<Tensor> at(List<double[]> positions) {
        // Chains that stay where they are repeat a point: its input is made once.
        IdentityHashMap<double[], Integer> numbers = new IdentityHashMap<>();
        List<double[]> distinct = new ArrayList<>();
        for (double[] position : positions) {
            if (numbers.putIfAbsent(position, distinct.size()) == null) {
                distinct.add(position);
            }
        }
        List<Tensor> inputs = generated(distinct);
        return positions.stream()
                .map(position -> inputs.get(Objects.requireNonNull(numbers.get(position))))
                .toList();
    }

    private List<Tensor> generated(List<double[]> positions) {
        int rows = PairedModels.FORWARD_ROWS;
        int d = distribution.latentSize();
        List<Tensor> inputs = new ArrayList<>(positions.size());
        for (int from = 0; from < positions.size(); from += rows) {
            float[] latents = new float[rows * d];
            int count = Math.min(rows, positions.size() - from);
            for (int i = 0; i < rows; i++) {
                double[] position = positions.get(from + Math.min(i, count - 1)); // the padding is admitted, too
                for (int j = 0; j < d; j++) {
                    latents[i * d + j] = (float) position[j];
                }
            }
            Tensor batch;
            synchronized (distribution) {
                batch = distribution.generate(Tensor.of(latents, rows, d));
            }
            for (int i = 0; i < count; i++) {
                inputs.add(batch.row(i));
            }
        }
        return inputs;
    }
}
