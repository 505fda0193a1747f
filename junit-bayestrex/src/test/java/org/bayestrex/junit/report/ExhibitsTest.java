/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.junit.report.page.Drawing;
import org.bayestrex.junit.report.page.Guide;
import org.bayestrex.junit.report.page.Html;
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
                .contains("1 in 8,300 generated inputs</strong> is confidently taken for an upright")
                .contains("between 1 in 11,000 and 1 in 6,200 (95 % ");
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
        assertThat(html).doesNotContain("http:", "https:", "<script", "<link", "class=", "@import", "url(");
        assertThat(html.split("<img ", -1))
                .hasSameSizeAs(html.split("<img alt=\"[^\"]+\" src=\"data:image/png;base64,", -1));
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

    @Test
    void sayTheVerdictInASentence() {
        assertThat(summary(Bars.uprightOnes()
                        .rates(Bars.RARE, Rate.known(1, "made so"), Bars.UNKNOWN)
                        .report(Checks.PASSED)))
                .contains(
                        "Passes: at most 1 in 6,200 generated inputs is confidently mistaken for an upright; the limit is 1"
                                + " in 1,000.");
        assertThat(summary(Bars.uprightOnes().report(Checks.FAILED)))
                .contains(
                        "Fails: at most 1 in 6,200 generated inputs is confidently taken for an upright; allowed is 1 in"
                                + " 1,000 to 1 in 100.");
        assertThat(summary(Bars.uprightOnes().report(Checks.OPEN)))
                .contains(
                        "Undecided, so the release does not go on: the confidence in wrong labels is between 91 % and 96 %;"
                                + " the limit is 95 %. The evidence does not decide.");
    }

    @Test
    void sayHowOftenAtMostWhereNothingWasSeen() {
        // given
        Rate none = new Rate(0, 0, .00073, .95, "4,096 prior draws, none in the level set");
        // when
        String html = summary(
                Bars.uprightOnes().rates(none, Bars.UNKNOWN, Bars.UNKNOWN).report());
        // then
        assertThat(html).contains("At most 1 in 1,400 generated inputs").doesNotContain("none generated");
    }

    @Test
    void showTheBoundAndTheNearestDrawsWhereNothingWasFound() {
        // given: bars far from upright, and no prior draw that was
        Rate none = new Rate(0, 0, .00073, .95, "4,096 prior draws, none in the level set");
        Check claim = new Check("level-set mass between 0 and 0.001", none, 0, .001, Verdict.PASS, List.of(), "");
        // when
        String html = Exhibits.of(Bars.uprightOnes()
                        .around(1.5)
                        .rates(none, Bars.UNKNOWN, Bars.UNKNOWN)
                        .report(claim))
                .page();
        // then
        assertThat(html)
                .containsSubsequence(
                        "✔ PASS",
                        "Passes: at most 1 in 1,400 generated inputs is confidently taken for an upright; the limit is 1 in 1,000.",
                        "measured at most 0.073 % (with 95 % confidence)",
                        "<strong>At most 1 in 1,400 generated inputs</strong> is confidently taken for an upright",
                        "What was found: nothing",
                        "NOT in the level set:",
                        "none of 400 draws is a finding.",
                        "Nothing found is not never",
                        "Not a finding, draw c");
        assertThat(html.split("alt=\"Not a finding", -1)).as("nearest draws").hasSize(1 + TypicalFindings.MOST);
        assertThat(html).doesNotContain("Typical finding c", "stands for");
    }

    @Test
    void leaveOutPlotsOfNoDraws() {
        // when
        String html = Exhibits.of(Bars.uprightOnes().draws(0, 0).report()).page();
        // then
        assertThat(html)
                .contains("– No draws:", "there is no draw to tell by", "id=\"glossary-r-hat\"")
                .doesNotContain("Too few draws", "The chains: trace", "R-hat at most");
    }

    @Test
    void drawTheIntervalAgainstTheLimitAndDescribeIt() {
        // when
        String html = VerdictTable.html(Bars.uprightOnes().report(Checks.PASSED));
        // then: decades from 1e-5 to 1e-2, so the limit stands at two thirds
        assertThat(html)
                .contains("role=\"img\"")
                .contains(
                        "the bar goes from 1 in 11,000 to 1 in 6,200, estimate 1 in 8,300; allowed is below 0.1 %; ✔ PASS")
                .contains("left:66.67%;top:14px");
    }

    @Test
    void showOneFindingOfEachKindWithItsShare() {
        // when
        String html = summary(Bars.uprightOnes().report());
        // then
        assertThat(html)
                .containsPattern("alt=\"Typical finding c[0-9]d[0-9]+: the model says upright: [0-9.&gt;]+ %[^\"]*; it"
                        + " stands for [0-9]+ % of [0-9]+ findings\"");
    }

    @Test
    void leadToEveryPlotAndWordWithinThePage() {
        // when
        String html = Exhibits.of(Bars.uprightOnes().report(Checks.PASSED)).page();
        // then
        List<String> links = Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links).contains("traces", "ranks", "effective-draws", "glossary-r-hat");
        assertThat(links).allSatisfy(link -> assertThat(html).contains("id=\"" + link + "\""));
        assertThat(html).contains("<html lang=\"en\">", "prefers-color-scheme:dark");
    }

    @Test
    void leadNowhereWithinAHost() {
        assertThat(summary(Bars.uprightOnes().report(Checks.PASSED)))
                .doesNotContain("href=", " id=\"glossary-", "<style>")
                .contains("<summary", "attachment " + Guide.NAME, "title=\"Whether the chains tell one story");
    }

    @Test
    void headingsStepDownOneByOne() {
        // given
        String html = Exhibits.of(Bars.uprightOnes().report(Checks.PASSED)).page();
        // when
        List<Integer> levels = Pattern.compile("<h([1-6])")
                .matcher(html)
                .results()
                .map(heading -> Integer.parseInt(heading.group(1)))
                .toList();
        // then
        assertThat(levels.get(0)).isEqualTo(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isBetween(2, levels.get(i - 1) + 1);
        }
    }

    private static String summary(TestReport report) {
        return Exhibits.of(report).summary();
    }
}
