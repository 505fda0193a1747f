/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bayestrex.engine.explain.Occlusion;
import org.bayestrex.engine.explain.RemovedToken;
import org.bayestrex.engine.explain.TokenRemoval;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.text.TextDistribution;
import org.bayestrex.junit.Words;
import org.bayestrex.junit.report.kinds.KindsSheet;
import org.bayestrex.junit.report.kinds.TintedWords;
import org.bayestrex.junit.report.page.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@link SentenceKinds}: each kind's sentence, and which of its words the model's answer hangs on. */
class SentenceKindsTest {

    private static final Pattern GROUND = Pattern.compile("color:#1A1A1A;background:#(\\w{6})");

    private static TextDistribution negative;

    @BeforeAll
    static void read() {
        negative = Words.remarks().without(1);
    }

    /** Sentences that are "not fine", which the model takes for praise. */
    private static Findings search(int cls) {
        return Search.of(Words.looksForFine("negative", "positive"), negative)
                .target(HighConfidence.of(cls))
                .seed(5)
                .run();
    }

    @Test
    void theWordThatCountsHasItsColourAndItsNumber() {
        // given
        KindsSheet sheet = KindsSheet.of(search(1), new Occlusion());
        // when
        String html = sheet.html(Place.PAGE);
        // then: log-odds of 4 with "fine", of -4 without
        assertThat(html)
                .contains(
                        "What kinds of findings are there?",
                        "<strong>Kind 1: ",
                        "of such inputs</strong> (95&nbsp;% interval",
                        "The next finding is of another kind with a chance of",
                        "background:#F4A582\">fine</span>",
                        ">+8.0</span>",
                        "without it 1.8 %, log-odds −8.0",
                        "background:#F7F7F7\">not</span>",
                        "The model says positive: 98.2&nbsp;% (true label negative). Without “fine” 1.8&nbsp;%.",
                        "against the class",
                        "&lt;b&gt;plot&lt;/b&gt;")
                .doesNotContain("<b>plot", "<script", "Smallest change", "No single word turns it");
        assertThat(sheet.png()).isEmpty();
    }

    @Test
    void allureShowsTheSame() {
        Findings findings = search(1);
        KindsSheet sheet = KindsSheet.of(findings, new Occlusion());
        TestReport report = new TestReport(
                "SentimentTest#negation",
                "wrongly confident in positive",
                findings.with(KindsSheet.class, sheet),
                List.of(),
                Optional.empty(),
                "mvn test",
                Path.of("unused"),
                Publisher.NONE,
                Optional.empty());

        assertThat(sheet.html(Place.HOSTED)).isEqualTo(sheet.html(Place.PAGE));
        assertThat(Exhibits.of(report).summary()).contains("background:#F4A582\">fine</span>");
    }

    @Test
    void whereNoWordMattersItSaysSo() {
        // given: "negative" with log-odds of 4 whatever is there
        String html = KindsSheet.of(search(0), new Occlusion()).html(Place.PAGE);
        // then
        assertThat(html).contains("The model says negative: 98.2&nbsp;%", "No word by itself changes that.");
    }

    @Test
    void whereNothingWasFoundThereIsNoSentence() {
        Classifier undecided = Classifier.of("undecided", List.of("negative", "positive"), inputs -> {
            int rows = inputs.shape()[0];
            return Tensor.of(new float[2 * rows], rows, 2);
        });
        Findings findings = Search.of(undecided, negative)
                .target(HighConfidence.of(1))
                .draws(50)
                .seed(5)
                .run();

        assertThat(KindsSheet.of(findings, new Occlusion()).html(Place.PAGE))
                .contains("Nothing was found, so there is no kind of it.")
                .doesNotContain("Kind 1", "against the class");
    }

    @Test
    void wordsAreReadWithoutSeeingColours() {
        // given
        TokenRemoval removal = new TokenRemoval(
                1,
                4,
                .982,
                List.of(
                        new RemovedToken("un", .5, 4),
                        new RemovedToken("like", .9, .3),
                        new RemovedToken(".", .982, 0),
                        new RemovedToken(" bad", .999, -2.04)));
        // when
        String html = new TintedWords(4).html(removal);
        // then: numbers of what matters; pieces that touch stay on one line
        assertThat(html).contains(">+4.0<", ">\u22122.0<").doesNotContain(">+0.3<");
        assertThat(html).containsSubsequence("nowrap", "un</span>", "like</span>", ".</span>", "</span></span> <span");
        assertThat(new TintedWords(4).legend())
                .containsSubsequence("against the class", "\u22124.0", "+4.0", "for the class");
    }

    @Test
    void lettersStandOutFromEveryGround() {
        for (double drop = -5; drop <= 5; drop += .25) {
            TokenRemoval removal = new TokenRemoval(1, 4, .98, List.of(new RemovedToken("word", .5, drop)));
            String html = new TintedWords(4).html(removal);

            assertThat(GROUND.matcher(html).results().map(MatchResult::group).count())
                    .isOne();
            int ground = GROUND.matcher(html)
                    .results()
                    .map(match -> Integer.parseInt(match.group(1), 16))
                    .findFirst()
                    .orElseThrow();
            assertThat((luminance(ground) + .05) / (luminance(0x1A1A1A) + .05))
                    .as("contrast of WCAG 2.2 at %s", drop)
                    .isGreaterThan(7);
        }
    }

    private static double luminance(int rgb) {
        return .2126 * linear(rgb >> 16 & 255) + .7152 * linear(rgb >> 8 & 255) + .0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.;
        return share <= .04045 ? share / 12.92 : Math.pow((share + .055) / 1.055, 2.4);
    }
}
