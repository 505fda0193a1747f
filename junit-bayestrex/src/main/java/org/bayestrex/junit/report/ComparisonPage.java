/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.ModelScore;
import org.bayestrex.engine.rate.Rate;

/** How two models compare: the verdict, the difference, and class by class what it consists of. */
final class ComparisonPage {

    private ComparisonPage() {}

    /** What must be seen without a click. */
    static String summary(ComparisonReport report, Drawing sheet) {
        Comparison comparison = report.comparison();
        return Page.summary(VerdictTable.html(report)
                + overall(comparison)
                + pictures(report, sheet)
                + classes(report)
                + others(report)
                + Tables.heading("To be trusted?")
                + trust(comparison)
                + SearchTable.replay(report.replay()));
    }

    /** The summary as a page of its own. */
    static String page(ComparisonReport report, Drawing sheet) {
        return Page.of(report.testName() + " " + report.displayName(), summary(report, sheet));
    }

    private static String pictures(ComparisonReport report, Drawing sheet) {
        String heading = Tables.heading("What they get wrong while they are confident");
        if (report.wrong().isEmpty()) {
            return heading + Tables.paragraph("No labelled draw of either model is wrong.");
        }
        return heading + sheet.html(WrongSheet.describe(report), WrongSheet.CAPTION);
    }

    private static String overall(Comparison comparison) {
        Rate excess = comparison.excessOverconfidence();
        return Tables.heading("More often wrong where it is confident?")
                + Tables.table(
                        List.of(),
                        List.of(
                                Tables.fact(
                                        "Excess",
                                        Numbers.rate(excess)
                                                + ": how much more often "
                                                + comparison.candidate().name()
                                                + " is wrong than "
                                                + comparison.baseline().name()
                                                + "; below 0 less often",
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
                                Tables.fact("Seed", Long.toString(comparison.seed()), "")));
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
                    cell(comparison.excessOverconfidence(score.cls())),
                    Numbers.count(score.draws()) + " / "
                            + Numbers.count(
                                    comparison.baseline().ofClass(score.cls()).draws())));
        }
        return Tables.heading("Right among its own confident inputs, class by class")
                + Tables.table(List.of("Class", "Candidate", "Baseline", "Excess", "Labelled draws"), rows);
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
        return Tables.heading("On the inputs on which the other one is confident")
                + Tables.table(
                        List.of(
                                "Class",
                                "Candidate right",
                                "Candidate's confidence",
                                "Baseline right",
                                "Baseline's confidence"),
                        rows);
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
