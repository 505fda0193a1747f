/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import java.nio.file.Path;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.examples.text.MiniLmSentiment;
import org.bayestrex.examples.text.WordPieces;
import org.bayestrex.junit.Ambiguous;
import org.bayestrex.junit.BayesTrex;
import org.bayestrex.junit.Explain;
import org.bayestrex.junit.Explanation;
import org.bayestrex.junit.HighConfidence;
import org.bayestrex.junit.HighConfidenceFailures;
import org.bayestrex.junit.Sampling;
import org.bayestrex.junit.TextDistribution;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A model that is right on 91% of held-out reviews, asked about sentences whose sentiment hangs on a word or on their order:
 * negation, comparison, concession. The grammar knows what is true of each.
 */
@Sampling(pilot = 1024, draws = 500)
class SentimentTest {

    private static final int NEGATIVE = 0;
    private static final int POSITIVE = 1;

    @RegisterExtension
    static final BayesTrex BAYES_TREX = BayesTrex.builder()
            .modelUnderTest(() -> new MiniLmSentiment(Path.of("models/minilm-sentiment.npz")).remembering(100_000))
            .build();

    /** "The food was far from terrible": most such praise is taken for blame. The model must not be released for such text. */
    @TextDistribution(grammar = "grammars/negation.json", encoding = WordPieces.class)
    @Explain(Explanation.OCCLUSION)
    @HighConfidenceFailures(excludeClass = NEGATIVE)
    void takesDeniedBlameForBlame(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.8, .92);
    }

    /** "The music was anything but wonderful". */
    @TextDistribution(grammar = "grammars/negation.json", encoding = WordPieces.class)
    @HighConfidenceFailures(excludeClass = POSITIVE)
    void takesDeniedPraiseForPraiseMoreSeldom(Findings findings) {
        assertThat(findings).isNotEmpty().hasFailureRateBelow(.15);
    }

    /** "The old one is worse than this phone" speaks well of the phone. */
    @TextDistribution(grammar = "grammars/comparison.json", encoding = WordPieces.class)
    @Explain(Explanation.DIFF_MASK)
    @HighConfidenceFailures(excludeClass = NEGATIVE)
    void mistakesWhatAComparisonIsAbout(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.15, .3);
    }

    /** "Although the plot was dull, I loved it": that one comes right. */
    @TextDistribution(grammar = "grammars/concession.json", encoding = WordPieces.class)
    @Explain(Explanation.OCCLUSION)
    @HighConfidenceFailures(excludeClass = NEGATIVE)
    void seldomOverlooksWhatAConcessionLeadsTo(Findings findings) {
        assertThat(findings).hasFailureRateBelow(.05);
    }

    /** Of what it is sure to be praise, in sentences of both kinds, the smaller part is none. */
    @TextDistribution(grammar = "grammars/concession.json", encoding = WordPieces.class)
    @Sampling(draws = 1000)
    @HighConfidence(targetClass = POSITIVE)
    void isRightAboutMostThatItPraises(Findings findings) {
        assertThat(findings).isNotEmpty().hasWrongLabelShareBelow(.2);
    }

    /** Sentences that it cannot decide. */
    @TextDistribution(grammar = "grammars/comparison.json", encoding = WordPieces.class)
    @Ambiguous(classes = {NEGATIVE, POSITIVE})
    void isTornBetweenTheTwo(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.01, .3);
    }
}
