/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;

class TextDistributionTest {

    private final Words words = new Words(8);
    private final TextDistribution remarks = new TextDistribution(TextGrammarTest.remarks(), words);

    private double[] latent(int template, Map<String, Integer> choices) {
        return remarks.latent(new Sentence("", OptionalInt.empty(), template, choices));
    }

    @Test
    void generatesTokensAndReadsThemAgain() {
        double[] latent = latent(0, Map.of("thing", 0, "opinion", 1));
        float[] floats = new float[latent.length];
        for (int j = 0; j < floats.length; j++) {
            floats[j] = (float) latent[j];
        }

        Tensor inputs = remarks.generate(Tensor.of(floats, 1, floats.length));

        assertThat(inputs.shape()).containsExactly(1, 8);
        assertThat(remarks.textOf(inputs.row(0))).contains("the film was not fine");
        assertThat(remarks.labelOf(latent)).hasValue(TextGrammarTest.NEGATIVE);
        assertThat(remarks.tokens("the film was not fine")).isEqualTo(inputs.row(0));
    }

    @Test
    void leavesAClassOut() {
        TextDistribution negative = remarks.without(TextGrammarTest.POSITIVE);

        assertThat(remarks.excludedClasses()).isEmpty();
        assertThat(negative.excludedClasses()).containsExactly(TextGrammarTest.POSITIVE);
        assertThat(negative.admits(latent(1, Map.of("first", 1, "last", 0)))).isTrue();
        assertThat(negative.admits(latent(1, Map.of("first", 0, "last", 1)))).isFalse();
        assertThat(negative.fingerprint()).isNotEqualTo(remarks.fingerprint());
        assertThatThrownBy(() -> negative.without(TextGrammarTest.NEGATIVE))
                .hasMessage(
                        "The grammar remarks makes no sentence that is not \"negative\"; give it templates or fillers of "
                                + "another class");
        assertThatThrownBy(() -> remarks.without(2))
                .hasMessage("The grammar remarks has the classes [negative, positive], and no class 2 to be left out");
    }

    @Test
    void refusesAGrammarWhoseSentencesAreTooLong() {
        assertThatThrownBy(() -> new TextDistribution(TextGrammarTest.remarks(), new Words(5)))
                .isInstanceOf(GrammarException.class)
                .hasMessageStartingWith(
                        "The grammar remarks makes a sentence of 6 tokens, but the model takes 5: \"the ")
                .hasMessageEndingWith(
                        "\". Shorten the template or its fillers, or raise limit() of the encoding where the "
                                + "model takes more.");
    }

    @Test
    void comparesChainsByTemplateAndFillers() {
        assertThat(remarks.summaryNames())
                .containsExactly("template", "filler of thing", "filler of size", "filler of opinion");
        assertThat(remarks.summaries(latent(1, Map.of("first", 0, "last", 1))))
                .containsExactly(new double[] {.75, .5, .5, .5}, within(1e-9));
        assertThat(remarks.summaries(latent(0, Map.of("thing", 0, "opinion", 1))))
                .containsExactly(new double[] {.25, .125, .5, .75}, within(1e-9));
    }

    /** A model that looks for "fine" and knows neither "not" nor "though". */
    @Test
    void aSearchFindsWhatAModelThatCannotNegateGetsWrong() {
        int fine = words.number("fine");
        Classifier blind = Classifier.of("blind", List.of("negative", "positive"), inputs -> {
            int rows = inputs.shape()[0];
            float[] logits = new float[2 * rows];
            for (int row = 0; row < rows; row++) {
                boolean found = false;
                for (int i = 0; i < 8; i++) {
                    found |= inputs.get(row * 8 + i) == fine;
                }
                logits[2 * row + 1] = found ? 6 : -6;
            }
            return Tensor.of(logits, rows, 2);
        });

        Findings findings = Search.of(blind, remarks.without(TextGrammarTest.POSITIVE))
                .target(HighConfidence.of(TextGrammarTest.POSITIVE))
                .seed(3)
                .run();

        // negative are "not fine" (1/4 of all), "though dull, it is dull" and "though fine, it is dull" (1/8 each)
        assertThat(findings.levelSetMass().lower()).isLessThan(.75);
        assertThat(findings.levelSetMass().upper()).isGreaterThan(.75);
        assertThat(findings.diagnostics().converged())
                .as(findings.diagnostics().problems().toString())
                .isTrue();
        assertThat(findings.wrongLabelShare().lower()).isEqualTo(1);
        assertThat(findings.inLevelSet())
                .isNotEmpty()
                .allSatisfy(sample ->
                        assertThat(remarks.textOf(sample.input()).orElseThrow()).contains("fine"));
    }
}
