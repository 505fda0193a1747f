/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;

class MaskableSentencesTest {

    private static final List<String> SENTENCES = List.of("I loved it.", "Awful food and terrible, slow service.");

    @Test
    void wordsArePositionsAndNothingElseIsReplaced() {
        try (MiniLmSentiment classifier = new MiniLmSentiment(Path.of("models/minilm-sentiment.npz"));
                WordPieces pieces = new WordPieces()) {
            MaskableSentences model = new MaskableSentences(classifier);
            Tensor ids = pieces.batch(SENTENCES);
            HiddenStates states = model.states(ids);
            Tensor own = states.layers().get(0);

            // "I loved it .", between [CLS] and [SEP], then padding
            assertThat(states.present().row(0).toArray()).startsWith(0, 1, 1, 1, 1, 0, 0);
            assertThat(model.logits(ids, 0, own).toArray())
                    .containsExactly(classifier.logits(ids).toArray(), within(1e-3f));
            assertThat(model.logits(ids, 0, changed(own, states.present(), 0)).toArray())
                    .as("all but the words replaced")
                    .containsExactly(states.logits().toArray(), within(1e-3f));
            assertThat(Math.abs(model.logits(ids, 0, changed(own, states.present(), 1))
                                    .get(1)
                            - states.logits().get(1)))
                    .as("the words replaced")
                    .isGreaterThan(.1f);
            Tensor slopes = model.pullBack(ids, 0, own, logits -> new float[] {0, 1, 0, 1});
            assertThat(slope(slopes, 0)).as("[CLS]").isZero();
            assertThat(slope(slopes, 2)).as("loved").isPositive();
            assertThatThrownBy(() -> model.logits(ids, 3, own)).hasMessageContaining("layer 0, not at 3");
        }
    }

    /** Sevens at all positions that are, or are not, a word. */
    private static Tensor changed(Tensor state, Tensor present, int word) {
        float[] values = state.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = present.get(i / MiniLm.WIDTH) == word ? 7 : values[i];
        }
        return Tensor.of(values, state.shape());
    }

    private static double slope(Tensor slopes, int position) {
        double squares = 0;
        for (int i = position * MiniLm.WIDTH; i < (position + 1) * MiniLm.WIDTH; i++) {
            squares += slopes.get(i) * slopes.get(i);
        }
        return squares;
    }
}
