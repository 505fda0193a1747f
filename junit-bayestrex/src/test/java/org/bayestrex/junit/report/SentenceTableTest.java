/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.text.TextDistribution;
import org.bayestrex.junit.Words;
import org.bayestrex.junit.report.input.Cards;
import org.bayestrex.junit.report.input.InputView;
import org.bayestrex.junit.report.input.Look;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SentenceTableTest {

    private static final String ESCAPED = "the &lt;b&gt;plot&lt;/b&gt; was not fine";

    private static TextDistribution negative;
    private static Findings findings;

    @BeforeAll
    static void search() {
        negative = Words.remarks().without(1);
        findings = Search.of(Words.looksForFine("negative", "positive"), negative)
                .target(HighConfidence.of(1))
                .seed(5)
                .run();
    }

    @Test
    void sentencesAreShownAsTextWithTruthAndPrediction() {
        String page = Exhibits.of(report()).page();

        assertThat(page)
                .contains(
                        "What was found",
                        "<td",
                        ESCAPED,
                        "the film was not fine",
                        "✘ positive",
                        "True label",
                        ">negative<")
                .contains("2 different sentences in ")
                .doesNotContain("<b>plot", "cannot be shown as pictures");
    }

    @Test
    void allureGetsThemToo() {
        assertThat(Exhibits.of(report()).summary())
                .contains(ESCAPED, "✘ positive")
                .doesNotContain("<b>plot");
    }

    @Test
    void everySentenceIsARowForOtherPrograms() {
        List<String> lines =
                Exhibits.of(report()).sentences().orElseThrow().lines().toList();

        assertThat(lines.get(0)).isEqualTo("sentence,label,prediction,confidence,draws,id");
        assertThat(lines)
                .hasSize(3)
                .anyMatch(line -> line.startsWith("the <b>plot</b> was not fine,negative,positive,0.98"));
    }

    @Test
    void cardsQuoteASentenceAndFramePictures() {
        InputView sentences = new InputView(negative);
        Tensor input = negative.tokens("the film was fine");

        assertThat(sentences.look(input)).isEqualTo(new Look.Read("the film was fine"));
        assertThat(Cards.html(List.of(new Cards.Card(input, "", List.of("now: good"))), sentences, 140))
                .contains("<blockquote", "the film was fine</blockquote>", "minmax(260px", "now: good");
    }

    @Test
    void sentencesAreAlikeByTheirWords() {
        InputView sentences = new InputView(negative);
        Tensor film = sentences.compared(negative.tokens("the film was fine"));

        assertThat(film).isEqualTo(sentences.compared(negative.tokens("film was the fine")));
        assertThat(film).isNotEqualTo(sentences.compared(negative.tokens("the film was dull")));
    }

    private static TestReport report() {
        return new TestReport(
                "SentimentTest#negation",
                "wrongly confident in positive",
                findings,
                List.of(),
                Optional.empty(),
                "mvn test",
                Path.of("unused"),
                Publisher.NONE,
                Optional.empty());
    }
}
