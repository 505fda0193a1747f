/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.text.LabelRule;
import org.bayestrex.engine.text.TextDistribution;
import org.bayestrex.engine.text.TextGrammar;
import org.bayestrex.engine.text.Words;
import org.junit.jupiter.api.Test;

/** A model of which it is known what a word is worth. */
class TokenMaskTest {

    private static final Classifier MODEL = new WeighedWords(List.of(0f, 0f, .1f, 0f, 4f, -.1f), List.of());

    private static TextDistribution sentences(int limit) {
        return new TextDistribution(
                TextGrammar.builder("remarks")
                        .template("the film was fine", LabelRule.none())
                        .build(),
                new Words(limit, "the", "film", "was", "fine", "plot"));
    }

    private static TokenMask mask(Classifier model, String sentence, double allowed) {
        TextDistribution sentences = sentences(80);
        return TokenMask.of(
                        model,
                        sentences,
                        List.of(sentences.tokens(sentence)),
                        new DifferentiableMasking(7, 0, allowed, 300, 1))
                .get(0);
    }

    private static List<String> kept(TokenMask mask) {
        return mask.tokens().stream()
                .filter(KeptToken::kept)
                .map(KeptToken::text)
                .toList();
    }

    @Test
    void theWordThatCountsIsKeptAndNoOther() {
        // when
        TokenMask mask = mask(MODEL, "the film was fine", .1);
        // then
        assertThat(mask.tokens())
                .containsExactly(
                        new KeptToken("the", false),
                        new KeptToken(" film", false),
                        new KeptToken(" was", false),
                        new KeptToken(" fine", true));
        assertThat(mask.keptShare()).isEqualTo(.25);
        assertThat(mask.isViolated()).isFalse();
        assertThat(mask.whole().get(1)).isCloseTo(1 / (1 + Math.exp(-4.1)), within(1e-7));
        assertThat(mask.masked().get(1)).isCloseTo(1 / (1 + Math.exp(-4)), within(1e-7));
        assertThat(mask.divergence()).isBetween(1e-5, 1e-3);
        assertThat(mask.allowed()).isEqualTo(.1);
    }

    @Test
    void severalTextsAreMaskedEachByItself() {
        TextDistribution sentences = sentences(6);

        List<TokenMask> masks = TokenMask.of(
                MODEL.remembering(10),
                sentences,
                List.of(sentences.tokens("fine plot"), sentences.tokens("the film was the plot")),
                new DifferentiableMasking());

        assertThat(kept(masks.get(0))).containsExactly("fine");
        assertThat(kept(masks.get(1))).as("even odds, with any word or none").isEmpty();
        assertThat(masks.get(1).keptShare()).isZero();
        assertThat(TokenMask.of(MODEL, sentences, List.of(), new DifferentiableMasking()))
                .isEmpty();
    }

    /** Gates first, and what they keep thinned out: of two words that say the same, one is enough. */
    @Test
    void ofALongTextAsFewAreKept() {
        String fillers =
                Stream.generate(() -> "the film was the plot").limit(12).collect(Collectors.joining(" "));

        TokenMask mask = mask(MODEL, fillers + " fine " + fillers.substring(0, 30) + " fine", .1);

        assertThat(mask.tokens()).hasSizeGreaterThan(48);
        assertThat(kept(mask)).containsExactly(" fine");
        assertThat(mask.isViolated()).isFalse();
    }

    @Test
    void whatIsAllowedDecides() {
        assertThat(kept(mask(MODEL, "fine fine", .1))).hasSize(1);
        assertThat(kept(mask(MODEL, "fine fine", .001))).hasSize(2);
        assertThat(kept(mask(MODEL, "fine fine", 1))).isEmpty();
    }

    @Test
    void aModelThatCountsOtherPositionsIsNamed() {
        Classifier other = new WeighedWords(List.of(0f, 0f, .1f, 0f, 4f, -.1f), List.of(1));

        assertThatThrownBy(() -> mask(other, "the film was fine", .1))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(
                        "The MaskableModel of weighed words has 3 positions where a text has 4 tokens.");
    }

    @Test
    void aModelWithoutStatesIsRefused() {
        Classifier opaque = Classifier.of("opaque", List.of(), inputs -> Tensor.of(new float[2], 1, 2));

        assertThatThrownBy(() -> mask(opaque, "fine", .1))
                .hasMessageContaining("opaque does not offer its hidden states");
        assertThatThrownBy(() -> mask(MODEL.withTemperature(2), "fine", .1))
                .as("its confidences are others")
                .isInstanceOf(IllegalArgumentException.class);
    }
}
