/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.model.LatentClassifier.Head;
import org.bayestrex.engine.model.Tensor;

/**
 * {@link MiniLmSentiment} as far as its words are concerned: positions are the pieces of words, and nothing else is one.
 * Padding is not there, and [CLS] and [SEP] say nothing of the sentence: they stay as they are, whatever stands in for the rest.
 */
final class MaskableSentences implements MaskableModel {

    private static final int FIRST = 101;
    private static final int LAST = 102;

    private final MiniLmSentiment model;

    MaskableSentences(MiniLmSentiment model) {
        this.model = model;
    }

    static boolean isWord(float piece) {
        int id = Math.round(piece);
        return id != WordPieces.PADDING && id != FIRST && id != LAST;
    }

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
        HiddenStates states = model.states(inputs);
        float[] words = inputs.toArray();
        for (int i = 0; i < words.length; i++) {
            words[i] = isWord(words[i]) ? 1 : 0;
        }
        return new HiddenStates(states.layers(), Tensor.of(words, inputs.shape()), states.logits());
    }

    @Override
    public Tensor logits(Tensor inputs, int layer, Tensor state) {
        return model.logits(inputs, layer, withOwn(inputs, layer, state));
    }

    @Override
    public Tensor pullBack(Tensor inputs, int layer, Tensor state, Head head) {
        Tensor slopes = model.pullBack(inputs, layer, withOwn(inputs, layer, state), head);
        return chosen(inputs, slopes.toArray(), new float[slopes.size()], slopes.shape());
    }

    /** The state at words, and what the sentence is embedded as at all other pieces. */
    private Tensor withOwn(Tensor inputs, int layer, Tensor state) {
        if (layer != 0) {
            throw new IllegalArgumentException("Words are masked where they come in, at layer 0, not at " + layer);
        }
        return chosen(inputs, state.toArray(), model.embedded(inputs).toArray(), state.shape());
    }

    private static Tensor chosen(Tensor inputs, float[] words, float[] others, int[] shape) {
        float[] values = new float[words.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = isWord(inputs.get(i / MiniLm.WIDTH)) ? words[i] : others[i];
        }
        return Tensor.of(values, shape);
    }
}
