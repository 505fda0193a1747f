/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.model.LatentClassifier.Head;
import org.bayestrex.engine.model.Tensor;

/**
 * A model of sentences that leaves out the padding that all of a batch have in common: a search's sentences are filled up to 128
 * pieces, of which a dozen are words, and every step of a mask would pay for the others.
 *
 * @param model that takes inputs of any length
 */
record UnpaddedSentences(MaskableModel model) implements MaskableModel {

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public int classes() {
        return model.classes();
    }

    @Override
    public int layers() {
        return model.layers();
    }

    @Override
    public int width(int layer) {
        return model.width(layer);
    }

    @Override
    public HiddenStates states(Tensor inputs) {
        return model.states(WordPieces.withoutCommonPadding(inputs));
    }

    @Override
    public Tensor logits(Tensor inputs, int layer, Tensor state) {
        return model.logits(WordPieces.first(inputs, state.shape()[1]), layer, state);
    }

    @Override
    public Tensor pullBack(Tensor inputs, int layer, Tensor state, Head head) {
        return model.pullBack(WordPieces.first(inputs, state.shape()[1]), layer, state, head);
    }
}
