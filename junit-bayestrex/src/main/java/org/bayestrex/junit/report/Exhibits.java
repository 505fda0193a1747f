/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import org.bayestrex.engine.search.Findings;

/**
 * Everything that is shown of one test, drawn once, for all who show it.
 *
 * @param report what it is drawn from
 * @param sheet the findings as pictures
 * @param confidences confidence in each class
 * @param traces the chains
 * @param latents the draws in latent space
 * @param filmStrip the steps so far; empty where the invocation is none
 * @param neighbours the findings beside the training images; empty where the test names none
 */
record Exhibits(
        TestReport report,
        Drawing sheet,
        Drawing confidences,
        Drawing traces,
        Drawing latents,
        Drawing filmStrip,
        Drawing neighbours) {

    static Exhibits of(TestReport report) {
        Findings findings = report.findings();
        return new Exhibits(
                report,
                Drawing.of(() -> ContactSheet.of(findings)),
                Drawing.of(() -> ConfidenceChart.of(findings)),
                Drawing.of(() -> TracePlot.of(findings)),
                Drawing.of(() -> LatentPicture.of(findings)),
                Drawing.of(() -> report.filmStrip().flatMap(FilmStripPicture::of)),
                Drawing.of(() -> report.neighbours().flatMap(NeighbourSheet::draw)));
    }

    /** What must be seen without a click: verdict, pictures, rates, search. */
    String summary() {
        Findings findings = report.findings();
        String pictures = sheet.png().isPresent() || !sheet.problem().isEmpty()
                ? sheet.html(
                        "Contact sheet: " + ContactSheet.describe(Selection.of(findings, ContactSheet.MOST)),
                        "Under each input: the two classes that the model favours, and the id that it has in findings.json.")
                : FindingsTable.html(findings);
        return Page.summary(VerdictTable.html(report)
                + looks()
                + Tables.heading("What was found")
                + pictures
                + confidences.html("Chart: confidence in each class over the draws", ConfidenceChart.caption(findings))
                + way()
                + likeTheData()
                + findings.companion(KindsSheet.class).map(KindsSheet::html).orElse("")
                + RatesTable.html(findings)
                + SearchTable.html(report));
    }

    /** How many looks the gates took; and, where this is the last of several invocations, the gates of all. */
    private String looks() {
        String sentence = report.findings().gates().sentence();
        return (sentence.isEmpty() ? "" : Tables.paragraph(sentence))
                + report.family()
                        .map(family -> Tables.heading("All invocations") + GateMatrix.html(family))
                        .orElse("");
    }

    private String way() {
        return report.filmStrip()
                .map(strip -> Tables.heading("The way from " + strip.from() + " to " + strip.to())
                        + filmStrip.html(
                                "Film strip: a typical finding of each step, and the confidences",
                                FilmStripPicture.caption(strip)))
                .orElse("");
    }

    private String likeTheData() {
        return report.neighbours()
                .map(found ->
                        Tables.heading("Like the training images?") + Tables.paragraph(Html.escape(found.verdict())))
                .orElse("");
    }

    /** The sheet in full: too large for what is seen without a click. */
    private String neighbourSheet() {
        return report.neighbours()
                .map(found -> Tables.heading("The training images nearest to the findings")
                        + neighbours.html("Sheet: " + found.describe(), NeighbourSheet.EXPLANATION))
                .orElse("");
    }

    /** The summary and the chains' plot as a page of its own. */
    String page() {
        return Page.of(
                report.testName() + " " + report.displayName(),
                summary()
                        + Html.element(
                                "div",
                                "font:14px/1.5 system-ui,sans-serif;padding:0 14px",
                                neighbourSheet()
                                        + Tables.heading("Where in latent space")
                                        + latents.html(
                                                "Plot: draws in latent space", LatentPicture.caption(report.findings()))
                                        + Tables.heading("The chains")
                                        + traces.html(
                                                "Plot: log density and first latents by iteration",
                                                TracePlot.CAPTION)));
    }
}
