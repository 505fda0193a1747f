/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExhibitsTest {

    @Test
    void beginWithTheWorstVerdict() {
        assertThat(summary(Bars.uprightOnes().report(Checks.PASSED))).contains("✔ PASS</strong>");
        assertThat(summary(Bars.uprightOnes().report(Checks.PASSED, Checks.OPEN)))
                .contains("? INCONCLUSIVE</strong>");
        assertThat(summary(Bars.uprightOnes().report(Checks.OPEN, Checks.FAILED)))
                .contains("✘ FAIL</strong>");
        assertThat(summary(Bars.uprightOnes().report())).contains("– NOTHING CHECKED</strong>");
    }

    @Test
    void showEveryCheckWithItsNumbersAndAdvice() {
        // when
        String html = summary(Bars.uprightOnes().report(Checks.PASSED, Checks.OPEN));
        // then
        assertThat(html)
                .contains("failure rate below 0.001", "0.012 % (95 % interval 0.009 % to 0.016 %)", "below 0.1 %")
                .contains("confidence in wrong labels below 0.95", "93 % (95 % interval 91 % to 96 %)", "below 95 %")
                .contains("About 900 more draws would settle it.")
                .contains("1 in 8,300 generated inputs");
    }

    @Test
    void tellAFailureOutsideTheClaims() {
        // given
        Throwable failure = new IllegalStateException("expected <3> pictures");
        // when
        String html = summary(Bars.uprightOnes().report(Optional.of(failure), Path.of("unused"), Checks.PASSED));
        // then
        assertThat(html).contains("✘ FAIL</strong>").contains("expected &lt;3&gt; pictures");
    }

    @Test
    void leaveNumbersOutOfClaimsThatAreAboutNone() {
        // given
        Check converged = new Check(
                "the search has converged",
                Bars.RARE,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Verdict.PASS,
                List.of(),
                "");
        // when
        String table = VerdictTable.html(Bars.uprightOnes().report(converged));
        // then
        assertThat(table).contains("the search has converged").doesNotContain("0.012 %");
    }

    @Test
    void listTheProblemsOfTheChains() {
        // when
        String html = summary(
                Bars.uprightOnes().problems("R-hat is 1.31 for z[0] & z[1]").report());
        // then
        assertThat(html).contains("✘ NOT converged").contains("R-hat is 1.31 for z[0] &amp; z[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\" onload=\"alert(1)", "a & b's"})
    void escapeWhatOthersWrote(String text) {
        // given
        Check check = new Check(text, Bars.RARE, 0, .001, Verdict.PASS, List.of(), text);
        Throwable failure = new AssertionError(text);
        // when
        String html = new Exhibits(
                        Bars.uprightOnes().problems(text).report(Optional.of(failure), Path.of("unused"), check),
                        new Drawing(Optional.empty(), text),
                        new Drawing(Optional.empty(), ""),
                        new Drawing(Optional.empty(), ""),
                        new Drawing(Optional.empty(), ""),
                        new Drawing(Optional.empty(), ""),
                        new Drawing(Optional.empty(), ""),
                        new Drawing(Optional.empty(), ""))
                .page();
        // then
        assertThat(html).doesNotContain(text).contains(Html.escape(text));
    }

    @Test
    void needNothingFromElsewhere() {
        // when
        String html = Exhibits.of(Bars.uprightOnes().report(Checks.PASSED)).page();
        // then
        assertThat(html).doesNotContain("http:", "https:", "<script", "<link", "<style", "class=");
        assertThat(html.split("<img alt=\"[^\"]+\" src=\"data:image/png;base64,", -1))
                .hasSize(5);
    }

    @Test
    void showATableOfWhatIsNoPicture() {
        // when
        String html = summary(Bars.uprightOnes().asNumbers().report());
        // then
        assertThat(html).contains("cannot be shown as pictures").contains(">c0d");
    }

    @Test
    void surviveASearchWithoutDrawsOrKnownRates() {
        // given
        Bars nothing = Bars.uprightOnes().draws(0, 0).rates(Bars.UNKNOWN, Bars.UNKNOWN, Bars.UNKNOWN);
        // when
        String html = summary(nothing.report());
        // then
        assertThat(html).contains("The search recorded no draw.", "unknown").doesNotContain("NaN", "<img");
    }

    @Test
    void keepTheNumbersWhenAPictureCannotBeDrawn() {
        // given
        Drawing drawing = Drawing.of(() -> {
            throw new InternalError("no fonts");
        });
        // then
        assertThat(drawing.png()).isEmpty();
        assertThat(drawing.html("sheet", "caption")).contains("no fonts").doesNotContain("<img");
    }

    private static String summary(TestReport report) {
        return Exhibits.of(report).summary();
    }
}
