/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.Optional;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.chart.ConfidenceChart;
import org.bayestrex.junit.report.chart.EffectiveDrawsPlot;
import org.bayestrex.junit.report.chart.FilmStripPicture;
import org.bayestrex.junit.report.chart.LatentPicture;
import org.bayestrex.junit.report.chart.RankPlot;
import org.bayestrex.junit.report.chart.TracePlot;
import org.bayestrex.junit.report.choice.KMedoids;
import org.bayestrex.junit.report.choice.Selection;
import org.bayestrex.junit.report.input.ContactSheet;
import org.bayestrex.junit.report.input.InputView;
import org.bayestrex.junit.report.input.SentenceTable;
import org.bayestrex.junit.report.kinds.KindsSheet;
import org.bayestrex.junit.report.page.Drawing;
import org.bayestrex.junit.report.page.Glossary;
import org.bayestrex.junit.report.page.Guide;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Page;
import org.bayestrex.junit.report.page.Place;
import org.bayestrex.junit.report.page.Tables;

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
 * @param ranks where each chain's draws stand among all
 * @param effectiveDraws what the draws were worth as the search went on
 * @param blame scenes without each of their objects; empty where no scenes were searched
 */
record Exhibits(
        TestReport report,
        Drawing sheet,
        Drawing confidences,
        Drawing traces,
        Drawing latents,
        Drawing filmStrip,
        Drawing neighbours,
        Drawing ranks,
        Drawing effectiveDraws,
        Drawing blame) {

    /** Who chooses the few inputs that are shown of many. */
    private static final KMedoids GROUPS = new KMedoids();

    static Exhibits of(TestReport report) {
        Findings findings = report.findings();
        return new Exhibits(
                report,
                Drawing.of(() -> ContactSheet.of(findings)),
                Drawing.of(() -> ConfidenceChart.of(findings)),
                Drawing.of(() -> TracePlot.of(findings)),
                Drawing.of(() -> LatentPicture.of(findings)),
                Drawing.of(() -> report.filmStrip().flatMap(FilmStripPicture::of)),
                Drawing.of(() -> report.neighbours().flatMap(NeighbourSheet::draw)),
                Drawing.of(() -> RankPlot.of(findings)),
                Drawing.of(() -> EffectiveDrawsPlot.of(findings)),
                Drawing.of(() -> findings.companion(BlameSheet.class).flatMap(BlameSheet::draw)));
    }

    /** What must be seen without a click: verdict, rarity, typical findings, trust, changes; the rest can be opened. */
    String summary() {
        return Page.summary(firstScreen(Place.HOSTED) + details(Place.HOSTED) + Guide.hint());
    }

    /** What a host's attachments show, and what the words mean: a page to be attached beside them. */
    String guide() {
        return Guide.of(captions());
    }

    /** A host shows attachments without a word. */
    private String captions() {
        Findings findings = report.findings();
        return captioned("Findings (contact sheet)", sheet, ContactSheet.EXPLANATION)
                + captioned("Confidence in each class", confidences, ConfidenceChart.caption(findings))
                + findings.companion(KindsSheet.class)
                        .map(kinds -> captioned("Kinds of findings, explained", kinds.drawing(), kinds.caption()))
                        .orElse("")
                + captioned("Without each object", blame, BlameSheet.EXPLANATION)
                + captioned("Nearest training images", neighbours, NeighbourSheet.EXPLANATION)
                + captioned("Latent space", latents, LatentPicture.caption(findings))
                + captioned("Chains (trace plot)", traces, TracePlot.CAPTION)
                + captioned("Chains (rank plot)", ranks, RankPlot.caption(findings))
                + captioned("Effective draws", effectiveDraws, EffectiveDrawsPlot.caption(findings));
    }

    private static String captioned(String attachment, Drawing drawing, String caption) {
        return drawing.png().isEmpty() ? "" : Guide.entry(attachment, caption);
    }

    /** What is decided from: no more than fits on a screen. */
    private String firstScreen(Place place) {
        Findings findings = report.findings();
        return Tables.text("Model <strong>"
                        + Html.escape(findings.spec().classifier().name()) + "</strong> on inputs of <strong>"
                        + Html.escape(findings.spec().distribution().name()) + "</strong>")
                + VerdictTable.html(report)
                + Rarity.html(findings, place)
                + report.known()
                        .map(known -> new KnownSection(known, findings).line(place))
                        .orElse("")
                + report.baseline()
                        .map(compared -> new BaselineSection(compared, GROUPS).line(place))
                        .orElse("")
                + new TypicalFindings(findings, place, GROUPS).html()
                + TrustLine.html(report, place);
    }

    /** What the first screen rests on, what raises a question first. */
    private String details(Place place) {
        Findings findings = report.findings();
        return report.known()
                        .map(known -> section(
                                KnownSection.ANCHOR, "Known findings", new KnownSection(known, findings).html()))
                        .orElse("")
                + report.baseline()
                        .map(compared -> section(
                                BaselineSection.ANCHOR,
                                "Since the baseline",
                                new BaselineSection(compared, GROUPS).html()))
                        .orElse("")
                + looks()
                + way()
                + blamed(place)
                + likeTheData()
                + findings.companion(KindsSheet.class)
                        .map(kinds -> kinds.html(place))
                        .orElse("")
                + place.part("how-often", "How often", RatesTable.html(findings))
                + place.part("search", "The search", SearchTable.html(report));
    }

    private static String section(String id, String title, String content) {
        return Html.section(id, Tables.heading(title) + content);
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

    private String blamed(Place place) {
        return report.findings()
                .companion(BlameSheet.class)
                .map(sheet -> Tables.heading("Which object is it?")
                        + Tables.paragraph(sheet.sentence())
                        + place.large(
                                blame,
                                "Without each object",
                                "Scenes, and the confidence without each object",
                                BlameSheet.EXPLANATION)
                        + place.onPage(() -> Html.details("The scenes with their objects outlined", sheet.outlined())))
                .orElse("");
    }

    private String likeTheData() {
        return report.neighbours()
                .map(found -> Tables.heading("Like the training images?") + Tables.paragraph(found.verdict()))
                .orElse("");
    }

    /** The summary with links, and all plots, as a page of its own. */
    String page() {
        return Page.of(
                report.testName() + " " + report.displayName(),
                Page.summary(firstScreen(Place.PAGE) + details(Place.PAGE) + plots() + Glossary.html()));
    }

    /** None without draws: six parts that show nothing would push the glossary away. */
    private String plots() {
        Findings findings = report.findings();
        if (findings.samples().isEmpty()) {
            return "";
        }
        return moreFindings()
                + plot(
                        "confidences",
                        "Confidence in each class",
                        confidences,
                        ConfidenceChart.describe(findings),
                        ConfidenceChart.caption(findings))
                + report.neighbours()
                        .map(found -> plot(
                                "neighbours",
                                "The training images nearest to the findings",
                                neighbours,
                                "Sheet: " + found.describe(),
                                NeighbourSheet.EXPLANATION))
                        .orElse("")
                + latentSpace(findings)
                + plot("traces", "The chains: trace", traces, TracePlot.describe(findings), TracePlot.CAPTION)
                + plot("ranks", "The chains: ranks", ranks, RankPlot.describe(findings), RankPlot.caption(findings))
                + plot(
                        "effective-draws",
                        "Effective draws",
                        effectiveDraws,
                        EffectiveDrawsPlot.describe(findings),
                        EffectiveDrawsPlot.caption(findings));
    }

    private String moreFindings() {
        Findings findings = report.findings();
        return InputView.of(findings).isText(findings)
                ? section("all-findings", "More findings", new SentenceTable(findings).all())
                : plot(
                        "all-findings",
                        "More findings",
                        sheet,
                        "Contact sheet: " + ContactSheet.describe(Selection.of(findings, ContactSheet.MOST)),
                        ContactSheet.EXPLANATION);
    }

    /** The sentences that were found, as a table for other programs; empty where inputs are no sentences. */
    Optional<String> sentences() {
        Findings findings = report.findings();
        return InputView.of(findings).isText(findings)
                ? Optional.of(new SentenceTable(findings).csv())
                : Optional.empty();
    }

    /** Not of distributions with moves of their own: a plane says nothing of what their latents stand for. */
    private String latentSpace(Findings findings) {
        String shown = latents.html(LatentPicture.describe(findings), LatentPicture.caption(findings));
        return shown.isEmpty() ? "" : section("latent-space", "Where in latent space", shown);
    }

    private static String plot(String id, String title, Drawing drawing, String alternative, String caption) {
        String shown = drawing.html(alternative, caption);
        return section(id, title, shown.isEmpty() ? Tables.text("Too few draws to show anything.") : shown);
    }
}
