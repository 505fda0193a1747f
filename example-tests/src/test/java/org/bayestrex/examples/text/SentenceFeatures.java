/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;

/** Sentences as 384 numbers each: the mean of what {@link MiniLm} says about their pieces. */
final class SentenceFeatures implements AutoCloseable {

    private static final int AT_ONCE = 32;

    private final WordPieces pieces = new WordPieces();
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final MiniLm network = new MiniLm(manager);

    /** The features of sentences, [sentences, 384]. Those of like length are read together: less padding, less work. */
    float[] of(List<String> sentences) {
        List<Integer> order = IntStream.range(0, sentences.size())
                .boxed()
                .sorted((a, b) -> Integer.compare(
                        sentences.get(a).length(), sentences.get(b).length()))
                .toList();
        float[] features = new float[sentences.size() * MiniLm.WIDTH];
        for (int from = 0; from < order.size(); from += AT_ONCE) {
            List<Integer> some = order.subList(from, Math.min(order.size(), from + AT_ONCE));
            float[] read = of(pieces.batch(some.stream().map(sentences::get).toList()));
            for (int i = 0; i < some.size(); i++) {
                System.arraycopy(read, i * MiniLm.WIDTH, features, some.get(i) * MiniLm.WIDTH, MiniLm.WIDTH);
            }
        }
        return features;
    }

    /** The same of a batch of numbers of pieces, [batch, pieces]. */
    float[] of(Tensor ids) {
        try (NDManager pass = manager.newSubManager()) {
            NDArray present = pass.create(
                    MiniLm.present(ids).toArray(),
                    new Shape(Arrays.stream(ids.shape()).asLongStream().toArray()));
            NDArray state = network.embedded(pass, ids);
            for (int layer = 1; layer <= MiniLm.LAYERS; layer++) {
                state = network.layer(layer, state, present);
            }
            return MiniLm.pooled(state, present).toFloatArray();
        }
    }

    @Override
    public void close() {
        manager.close();
        pieces.close();
    }
}
