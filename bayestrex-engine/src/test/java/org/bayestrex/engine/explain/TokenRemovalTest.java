/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.text.Filler;
import org.bayestrex.engine.text.LabelRule;
import org.bayestrex.engine.text.TextDistribution;
import org.bayestrex.engine.text.TextGrammar;
import org.bayestrex.engine.text.Words;
import org.junit.jupiter.api.Test;

/** A model whose log-odds are a sum over the words: what a word is worth is known exactly. */
class TokenRemovalTest {

    /** For the second of three classes, the other two of which share the rest. */
    private static final float[] WEIGHTS = {0, 0, .5f, .25f, -3, 4, -2, 0};

    private static final float BIAS = 1;

    private final List<Integer> batches = new ArrayList<>();
    private final TextDistribution remarks = new TextDistribution(
            TextGrammar.builder("remarks")
                    .template("the {thing} was {opinion}", LabelRule.none())
                    .template("the {thing} was not {opinion}", LabelRule.none())
                    .slot("thing", Filler.of("film"), Filler.of("plot"))
                    .slot("opinion", Filler.of("fine"), Filler.of("dull"))
                    .build(),
            new Words(6, "the", "film", "was", "not", "fine", "dull", "plot"));

    private Classifier sum() {
        return Classifier.of("sum", List.of(), inputs -> {
            int rows = inputs.shape()[0];
            batches.add(rows);
            float[] logits = new float[3 * rows];
            for (int row = 0; row < rows; row++) {
                // two others of logit 0 together have log 2
                logits[3 * row + 1] = BIAS + (float) Math.log(2);
                for (int i = 0; i < 6; i++) {
                    logits[3 * row + 1] += WEIGHTS[(int) inputs.get(6 * row + i)];
                }
            }
            return Tensor.of(logits, rows, 3);
        });
    }

    @Test
    void aWordTakesExactlyItsWeightWithIt() {
        // given
        Claim claim = new Claim(remarks.tokens("the film was not fine"), 1);
        // when
        TokenRemoval removal = TokenRemoval.of(sum(), remarks, List.of(claim)).get(0);
        // then
        assertThat(removal.logOdds()).isCloseTo(2.75, within(1e-5));
        assertThat(removal.confidence()).isCloseTo(1 / (1 + Math.exp(-2.75)), within(1e-6));
        assertThat(removal.tokens())
                .extracting(RemovedToken::text)
                .containsExactly("the", " film", " was", " not", " fine");
        double[] drops = {0, .5, .25, -3, 4};
        for (int i = 0; i < drops.length; i++) {
            RemovedToken token = removal.tokens().get(i);
            assertThat(token.drop()).isCloseTo(drops[i], within(1e-5));
            assertThat(token.confidence()).isCloseTo(1 / (1 + Math.exp(-2.75 + drops[i])), within(1e-6));
        }
        assertThat(removal.ranked()).extracting(RemovedToken::text).startsWith(" fine", " not", " film");
    }

    @Test
    void manyTextsShareABatch() {
        Claim shortOne = new Claim(remarks.tokens("the plot was dull"), 0);
        Claim longOne = new Claim(remarks.tokens("the plot was not dull"), 1);

        List<TokenRemoval> removals = TokenRemoval.of(sum(), remarks, List.of(shortOne, longOne));

        assertThat(batches).containsExactly(4 + 1 + 5 + 1);
        assertThat(removals.get(0).cls()).isZero();
        assertThat(removals.get(0).tokens()).hasSize(4);
        assertThat(removals.get(1).tokens()).hasSize(5);
        assertThat(removals.get(1).ranked().get(0).drop()).isCloseTo(-3, within(1e-5));
        assertThat(TokenRemoval.of(sum(), remarks, List.of())).isEmpty();
    }

    @Test
    void whereTextsCannotBeCutNothingIsTakenAway() {
        DataDistribution values = DataDistribution.of("values", 6, latents -> latents);

        TokenRemoval removal = TokenRemoval.of(
                        sum(), values, List.of(new Claim(remarks.tokens("the film was fine"), 1)))
                .get(0);

        assertThat(removal.tokens()).isEmpty();
        assertThat(removal.logOdds()).isCloseTo(5.75, within(1e-5));
    }

    @Test
    void aClassThatDoesNotExist() {
        Claim claim = new Claim(remarks.tokens("the film was fine"), 3);

        assertThatThrownBy(() -> TokenRemoval.of(sum(), remarks, List.of(claim)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no class 3 in sum, which has 3");
    }

    @Test
    void kindsOfTextsGoByTheirWordsAndNotByTheTokensNumbers() {
        // given: film (2) and plot (7) are far apart as numbers, not (4) and fine (5) are near
        Findings findings = Search.of(sum(), remarks)
                .target(HighConfidence.of(1))
                .method(Method.DIRECT)
                .draws(100)
                .seed(3)
                .run();
        // when
        Kinds kinds = Kinds.of(findings);
        // then
        assertThat(kinds.kinds().stream()
                        .flatMap(kind -> kind.members().stream())
                        .map(member -> remarks.textOf(member.input()).orElseThrow()))
                .allMatch(sentence -> sentence.endsWith(" fine"));
        assertThat(FeatureSpace.distance(WordBins.of("the film was fine"), WordBins.of("The plot was fine.")))
                .isEqualTo(Math.sqrt(2. / WordBins.COUNT));
        // two sentences differ in five words at most; by numbers they would be tenfold apart
        assertThat(kinds.radius()).isPositive().isLessThanOrEqualTo(.7 * Math.sqrt(5. / WordBins.COUNT));
    }
}
