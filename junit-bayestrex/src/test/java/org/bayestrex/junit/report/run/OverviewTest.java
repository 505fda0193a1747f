/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.junit.report.Outcome;
import org.junit.jupiter.api.Test;

/** What the page of a run says, and in which order. */
class OverviewTest {

    @Test
    void aReleaseGoesOnWhereAllPass() {
        String html = Headline.html(Facts.run(Facts.passed(0), Facts.passed(1)));

        assertThat(html)
                .contains("✔ Yes, by these tests the release may go on")
                .contains("All 2 tests pass, each with its whole interval on the allowed side.");
    }

    @Test
    void oneFailureStopsIt() {
        String html = Headline.html(Facts.run(Facts.passed(0), Facts.failed(1), Facts.open(2)));

        assertThat(html)
                .contains("✘ No, the release may not go on")
                .contains("Of 3 tests 1 fails, 1 is inconclusive, 1 passes.")
                .containsSubsequence("1</strong> ✘ FAIL", "1</strong> ? INCONCLUSIVE", "1</strong> ✔ PASS");
    }

    @Test
    void skippedTestsShowNothing() {
        TestFacts skipped = TestFacts.without("ATest#search", "", Outcome.SKIPPED, "not today");

        assertThat(Headline.sentence(Facts.run(Facts.passed(0), skipped)))
                .isEqualTo("Of 2 tests 1 was skipped and shows nothing, 1 passes.");
        assertThat(Headline.of(Facts.run(skipped))).isEqualTo(Outcome.UNCHECKED);
    }

    @Test
    void gatesThatDoNotPassTogetherStopItToo() {
        Run run = Facts.run(Facts.passed(0));
        Run together = new Run(
                run.id(),
                run.began(),
                run.ended(),
                run.environment(),
                run.tests(),
                List.of("INCONCLUSIVE: of 9 gates of this run, 1 passed alone"));

        assertThat(Headline.of(together)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Attention.html(together, Links.none())).contains("of 9 gates of this run");
    }

    @Test
    void theWorstComesFirst() {
        TestFacts broken = TestFacts.without("ATest#search", "", Outcome.BROKEN, "Waivers for ATest#search: expired");
        TestFacts unconverged = Facts.withProblems(Facts.passed(0), List.of("R-hat is 1.3"), List.of());
        TestFacts known = Facts.withProblems(Facts.passed(1), List.of(), List.of("c1, class 3 with .99"));
        Run run = Facts.run(unconverged, known, Facts.open(2), broken, Facts.failed(0));

        assertThat(Attention.html(run, Links.within(run.tests())))
                .containsSubsequence(
                        "✘ FAIL",
                        "measured 2 % (95 % interval 1 % to 3 %)",
                        "! NOT CARRIED OUT",
                        "Waivers for ATest#search: expired",
                        "? INCONCLUSIVE",
                        "measured 0.1 %",
                        "a known finding is still found, c1",
                        "1 search that stops nothing has problems",
                        "R-hat is 1.3")
                .contains("href=\"#t5\"");
    }

    @Test
    void manyKnownFindingsOfATestAreOneLine() {
        TestFacts known = Facts.withProblems(
                Facts.passed(1), List.of(), List.of("c1, class 3 with .99", "c2, class 3 with .98", "c3"));

        assertThat(Attention.html(Facts.run(known), Links.none()))
                .contains("3 known findings are still found, the first is c1, class 3 with .99")
                .doesNotContain("c2", "INCONCLUSIVE");
    }

    @Test
    void nothingNeedsAttentionWhereAllIsWell() {
        assertThat(Attention.html(Facts.run(Facts.passed(0)), Links.none())).isEmpty();
    }

    @Test
    void theMatrixHasARowForEachMethodAndAColumnForEachClass() {
        Run run = Facts.run(Facts.passed(0), Facts.failed(2), Facts.ambiguous());

        String html = VerdictMatrix.html(run, Links.within(run.tests()));

        assertThat(html)
                .containsOnlyOnce("<table class=\"verdict-matrix\"")
                .containsSubsequence(">0</th>", ">2</th>", ">no single class</th>")
                .doesNotContain(">1</th>")
                .containsSubsequence("seldom<wbr>Errs</th>", "✔</strong> 1 in 5,000", "✘</strong> 2 %")
                .contains("aria-label=\"FAIL, 2 %, DigitModelTest#seldomErrs wrongly confident in 2\"")
                .contains("✘ FAIL; – NOTHING CHECKED; ✔ PASS.");
    }

    @Test
    void whereNothingWasFoundTheBoundStands() {
        assertThat(VerdictMatrix.brief(
                        Facts.about(0, Double.NaN, 0, .0004).rate().orElseThrow()))
                .isEqualTo("≤ 1 in 2,500");
    }

    @Test
    void whatIsRareIsAFrequencyAndDifferencesAreInPoints() {
        assertThat(VerdictMatrix.brief(new Rate(.0000045, .000004, .000005, .95, "")))
                .isEqualTo("1 in 220,000");
        assertThat(VerdictMatrix.brief(new Rate(.0153, .01, .02, .95, ""))).isEqualTo("1.53 %");
        assertThat(VerdictMatrix.points(new Rate(-.222, -.241, -.202, .95, ""))).isEqualTo("-22.2 points");
    }

    @Test
    void thePageExplainsItsWordsAndItsTables() {
        Run run = Facts.run(Facts.passed(0));

        assertThat(RunPage.summary(run, History.NONE, Links.within(run.tests()), ""))
                .contains("<summary", "Glossary: what the words mean", "A good matrix holds nothing but ✔")
                .contains("look it up by its name under Suites");
    }

    @Test
    void modelsOfOtherClassesHaveATableOfTheirOwn() {
        TestFacts shoe = new TestFacts(
                "ShoeTest#errs",
                "wrongly confident in shoe",
                Outcome.PASS,
                "",
                List.of(),
                List.of("shoe"),
                0,
                java.util.Map.of(),
                java.util.Map.of(),
                7,
                0,
                0,
                List.of(),
                List.of(),
                "",
                "");

        assertThat(VerdictMatrix.html(Facts.run(Facts.passed(0), shoe), Links.none())
                        .split("<table", -1))
                .hasSize(3);
    }

    @Test
    void whatAreNamesIsEscaped() {
        TestFacts facts = TestFacts.without("ATest#<b>", "", Outcome.BROKEN, "<script>");
        Run run = Facts.run(facts);

        assertThat(RunPage.summary(run, History.NONE, Links.within(run.tests()), ""))
                .contains("ATest#&lt;b&gt;", "&lt;script&gt;")
                .doesNotContain("<script>", "<b>");
    }

    @Test
    void modelsHaveAShortHashAndTheWholeOneOnDemand() {
        assertThat(Circumstances.html(Facts.run(Facts.passed(0))))
                .contains("<code>0123456789ab</code></summary>", Facts.HASH + ", device cpu")
                .contains("2026-11-22 12:00 UTC, 83 s", "4,096");
    }

    @Test
    void theEnvironmentNamesModelsSeedsAndVersions() {
        assertThat(EnvironmentFile.of(Facts.run(Facts.passed(0)))).isEqualTo("""
                JUnit=5.14.4
                Seeds=7
                digits.pt=SHA-256 %s (model under test)
                """.formatted(Facts.HASH));
    }
}
