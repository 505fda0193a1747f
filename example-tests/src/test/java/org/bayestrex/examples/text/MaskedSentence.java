/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.explain.mask.LayerMasks;
import org.bayestrex.engine.explain.mask.Mask;
import org.bayestrex.engine.model.Tensor;

/**
 * A sentence and which of its pieces each layer still needs.
 *
 * @param pieces of words, without [CLS] and [SEP]
 * @param layers their numbers, in the order of the masks
 * @param kept [layer][piece], the probability that the piece is kept by the gates of layers 0 to this one
 * @param masks of each layer
 */
record MaskedSentence(List<String> pieces, List<Integer> layers, double[][] kept, List<Mask> masks) {

    /** @param ids of the sentence's row, [pieces] */
    static MaskedSentence of(List<String> pieces, Tensor ids, List<LayerMasks> layers, int row) {
        int[] words = IntStream.range(0, ids.size())
                .filter(i -> MaskableSentences.isWord(ids.get(i)))
                .toArray();
        List<Mask> masks = layers.stream().map(layer -> layer.masks().get(row)).toList();
        return new MaskedSentence(
                IntStream.of(words).mapToObj(pieces::get).toList(),
                layers.stream().map(LayerMasks::layer).toList(),
                masks.stream()
                        .map(mask -> IntStream.of(words)
                                .mapToDouble(word -> mask.expectation()[word])
                                .toArray())
                        .toArray(double[][]::new),
                masks);
    }

    int predicted() {
        return masks.get(0).predicted();
    }

    /** Of a piece the mean over the layers: how long it is needed. */
    double needed(int piece) {
        return IntStream.range(0, kept.length)
                .mapToDouble(layer -> kept[layer][piece])
                .average()
                .orElseThrow();
    }
}
