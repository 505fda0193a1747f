/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.ModelScore;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.junit.report.choice.KMedoids;
import org.bayestrex.junit.report.page.Glossary;
import org.bayestrex.junit.report.page.Guide;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Page;
import org.bayestrex.junit.report.page.Place;
import org.bayestrex.junit.report.page.Tables;

/** How two models compare: the verdict, the difference, and class by class what it consists of. */
final class ComparisonPage {

    private ComparisonPage() {}

    /** What must be seen without a click; the rest can be opened. */
    static String summary(ComparisonReport report) {
        return Page.summary(content(report, Place.HOSTED) + Guide.hint());
    }

    /** The same as a page of its own. */
    static String page(ComparisonReport report) {
        return Page.of(
                report.testName() + " " + report.displayName(),
                Page.summary(content(report, Place.PAGE) + Glossary.html()));
    }

    private static String content(ComparisonReport report, Place place) {
        Comparison comparison = report.comparison();
        return VerdictTable.html(report)
                + rights(comparison)
                + trustLine(comparison, place)
                + Html.section(
                        "mistakes",
                        Tables.heading("What they get wrong while they are confident")
                                + new WrongInputs(report, new KMedoids()).html())
                + place.part("overall", "More often wrong where it is confident?", overall(comparison))
                + place.part("classes", "Right among its own confident inputs, class by class", classes(report))
                + place.part("others", "On the inputs on which the other one is confident", others(report))
                + place.part("search", "To be trusted?", trust(comparison) + SearchTable.replay(report.replay()));
    }

    /** Both models in a line. */
    private static String rights(Comparison comparison) {
        return Tables.text("Where it is confident, the candidate <strong>"
                + Html.escape(comparison.candidate().name()) + "</strong> is right on "
                + Html.escape(Numbers.rate(comparison.candidate().accuracy())) + " of inputs, the baseline <strong>"
                + Html.escape(comparison.baseline().name()) + "</strong> on "
                + Html.escape(Numbers.rate(comparison.baseline().accuracy())) + ": "
                + excess(comparison.excessOverconfidence()) + ".");
    }

    /** The difference in words: nobody has to know which sign is good. */
    private static String excess(Rate excess) {
        if (excess.isUnknown() || Double.isNaN(excess.estimate())) {
            return "how much more often the candidate is wrong is unknown";
        }
        boolean more = excess.estimate() > 0;
        Rate by = more
                ? excess
                : new Rate(-excess.estimate(), -excess.upper(), -excess.lower(), excess.level(), excess.method());
        return "the candidate is wrong <strong>" + (more ? "more" : "less") + " often, by "
                + Html.escape(Numbers.difference(by).replaceFirst("^[+]", "")) + "</strong>";
    }

    private static String trustLine(Comparison comparison, Place place) {
        int problems = comparison.problems().size();
        int leftOut = comparison.leftOut().size();
        return Tables.text((problems == 0
                        ? "<strong>✔ Every search has converged</strong>"
                        : "<strong>✘ NOT every search has converged:</strong> "
                                + place.plot(problems == 1 ? "1 problem" : problems + " problems", "search"))
                + (leftOut == 0
                        ? "; every class is compared."
                        : "; "
                                + place.plot(
                                        leftOut + (leftOut == 1 ? " class is" : " classes are") + " left out", "search")
                                + "."));
    }

    private static String overall(Comparison comparison) {
        Rate excess = comparison.excessOverconfidence();
        return Tables.table(
                        List.of(),
                        List.of(
                                Tables.fact(
                                        "Excess",
                                        Numbers.difference(excess) + ": how much more often "
                                                + comparison.candidate().name() + " is wrong than "
                                                + comparison.baseline().name() + "; below 0 less often",
                                        excess.method()),
                                Tables.fact(
                                        "Chance?",
                                        "p = "
                                                + Numbers.digits(comparison
                                                        .significance()
                                                        .pValue()),
                                        comparison.significance().method()),
                                accuracy("Candidate", comparison.candidate()),
                                accuracy("Baseline", comparison.baseline()),
                                Tables.fact("Seed", Long.toString(comparison.seed()), "")))
                + Tables.caption(
                        "Points are percentage points. Good: the whole interval of the excess below 0, or below what the"
                                + " test allows. p: how often chance alone would make the models differ so much; small is convincing.");
    }

    private static String accuracy(String role, ModelScore score) {
        return Tables.fact(
                role,
                score.name() + " is right on " + Numbers.rate(score.accuracy())
                        + " of its own confident inputs, and on " + Numbers.rate(score.accuracyOnOther())
                        + " of the other's",
                score.accuracy().method());
    }

    private static String classes(ComparisonReport report) {
        Comparison comparison = report.comparison();
        List<String> rows = new ArrayList<>();
        for (ModelScore.OfClass score : comparison.candidate().classes()) {
            rows.add(Tables.row(
                    Html.escape(report.nameOf(score.cls())),
                    cell(score.accuracy()),
                    cell(comparison.baseline().ofClass(score.cls()).accuracy()),
                    Html.escape(Numbers.difference(comparison.excessOverconfidence(score.cls()))),
                    Numbers.count(score.draws()) + " / "
                            + Numbers.count(
                                    comparison.baseline().ofClass(score.cls()).draws())));
        }
        return Tables.table(
                        List.of("Class", "Candidate right", "Baseline right", "Excess", "Labelled draws of each"), rows)
                + Tables.caption(
                        "Of inputs on which the model itself is confident. Good: no class whose excess lies wholly above 0; that one is worse.");
    }

    private static String others(ComparisonReport report) {
        Comparison comparison = report.comparison();
        List<String> rows = new ArrayList<>();
        for (ModelScore.OfClass score : comparison.candidate().classes()) {
            ModelScore.OfClass other = comparison.baseline().ofClass(score.cls());
            rows.add(Tables.row(
                    Html.escape(report.nameOf(score.cls())),
                    cell(score.accuracyOnOther()),
                    cell(score.confidenceOnOther()),
                    cell(other.accuracyOnOther()),
                    cell(other.confidenceOnOther())));
        }
        return Tables.table(
                        List.of(
                                "Class",
                                "Candidate right",
                                "Candidate's confidence",
                                "Baseline right",
                                "Baseline's confidence"),
                        rows)
                + Tables.caption(
                        "Each model on the inputs on which the other one is confident. Good: the candidate is right there as well;"
                                + " where it is wrong it should at least be less sure.");
    }

    private static String trust(Comparison comparison) {
        List<String> rows = new ArrayList<>();
        comparison.leftOut().forEach(sentence -> rows.add(Tables.fact("Left out", sentence, "")));
        comparison.problems().forEach(problem -> rows.add(Tables.fact("Problem", "✘ " + problem, "")));
        return rows.isEmpty()
                ? Tables.paragraph("✔ Every class is compared, and every search has converged.")
                : Tables.table(List.of(), rows);
    }

    private static String cell(Rate rate) {
        return Html.escape(Numbers.rate(rate));
    }
}
