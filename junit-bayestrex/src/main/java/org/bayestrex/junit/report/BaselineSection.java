/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.baseline.Baseline;
import org.bayestrex.engine.baseline.BaselineComparison;
import org.bayestrex.engine.baseline.ComparedDraw;
import org.bayestrex.engine.baseline.ComparedDraw.Change;
import org.bayestrex.engine.baseline.Quantity;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.TwoAnswers.Answer;
import org.bayestrex.junit.report.choice.KMedoids;
import org.bayestrex.junit.report.input.Cards;
import org.bayestrex.junit.report.input.InputView;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Place;
import org.bayestrex.junit.report.page.Tables;

/** What changed since the baseline: both rates, and what is new, gone and unchanged, with what both models say of it. */
final class BaselineSection {

    static final String ANCHOR = "baseline";

    private static final int MOST = 6;
    private static final int WIDTH = 140;

    private final BaselineComparison comparison;
    private final Findings findings;
    private final KMedoids groups;
    private final InputView view;

    BaselineSection(BaselineComparison comparison, KMedoids groups) {
        this.comparison = comparison;
        this.findings = comparison.candidate();
        this.groups = groups;
        this.view = InputView.of(findings);
    }

    /** What is new and gone, in a sentence for the first screen. */
    String line(Place place) {
        return Tables.text("<strong>Since the " + place.plot("baseline", ANCHOR) + " "
                + Html.escape(comparison.baseline().model().name()) + ":</strong> "
                + Html.escape(gone() + " " + fresh()));
    }

    private String gone() {
        int still = comparison.with(Change.UNCHANGED).size();
        int gone = comparison.with(Change.GONE).size();
        return gone + still == 0
                ? "it had found nothing."
                : Numbers.count(gone) + " of its " + Numbers.count(gone + still) + " stored findings are gone, "
                        + Numbers.count(still) + " unchanged.";
    }

    private String fresh() {
        return comparison.foundThen().isEmpty()
                ? "What is new is not known: the earlier model is not at hand (bayestrex.baseline.models)."
                : "Of this model's findings "
                        + complement(comparison.foundThen().get()) + " are new.";
    }

    String html() {
        Baseline baseline = comparison.baseline();
        return Tables.text("Baseline " + Html.escape(baseline.model().name()) + ", written "
                        + baseline.written().atZone(ZoneOffset.UTC).toLocalDate() + "; now "
                        + Html.escape(findings.spec().classifier().name())
                        + ". Rates speak of the whole level set, pictures of stored draws of it.")
                + rates()
                + group(Change.NEW, "New: found now, not then", fresh())
                + group(
                        Change.GONE,
                        "Gone: found then, not now",
                        "Of the baseline's findings " + complement(comparison.stillFound()) + " are gone.")
                + group(
                        Change.UNCHANGED,
                        "Unchanged: found then and now",
                        "Of the baseline's findings " + rate(comparison.stillFound()) + " are found again.")
                + Tables.caption(
                        "One typical input of each group, with what both models say of it; bars are confidences. A good"
                                + " release has nothing under \"new\", and under \"gone\" what the earlier one got wrong. Gone means below"
                                + " the confidence that is looked for, not that the prediction is right: read what \"now\" says.");
    }

    private String rates() {
        List<String> rows = java.util.stream.Stream.of(Quantity.FAILURE_RATE, Quantity.LEVEL_SET_MASS)
                .map(quantity -> Tables.row(
                        Html.escape(quantity.title()),
                        cell(comparison.baseline().rate(quantity)),
                        cell(quantity == Quantity.FAILURE_RATE ? findings.failureRate() : findings.levelSetMass()),
                        Html.escape(Numbers.difference(comparison.difference(quantity)))))
                .toList();
        return Tables.table(List.of("", "then", "now", "difference"), rows);
    }

    private static String cell(Rate rate) {
        return "<strong>" + Html.escape(Numbers.frequency(rate)) + "</strong><br>" + Html.escape(Numbers.rate(rate));
    }

    private String group(Change change, String title, String sentence) {
        List<ComparedDraw> draws = comparison.with(change);
        String heading = Html.element("h3", "font-size:14px;margin:12px 0 4px", Html.escape(title))
                + Tables.text(Html.escape(sentence));
        if (draws.isEmpty()) {
            return heading;
        }
        List<Cards.Card> cards = groups.of(draws, draw -> view.compared(draw.input()), MOST).stream()
                .map(group -> new TwoAnswers(
                                group.typical().input(),
                                answer("then", group.typical().then()),
                                answer("now", group.typical().now()),
                                List.of("stands for " + Numbers.wholePercent(group.share()) + " of these"))
                        .card())
                .toList();
        return heading + Cards.html(cards, view, WIDTH);
    }

    private Answer answer(String role, List<Double> confidences) {
        int favoured = IntStream.range(0, confidences.size())
                .boxed()
                .max(Comparator.comparingDouble(confidences::get))
                .orElseThrow();
        return new Answer(role, findings.label(favoured), confidences.get(favoured), "");
    }

    /** The share for which something is not so. */
    private static String complement(Rate rate) {
        return rate(new Rate(
                1 - rate.estimate(),
                Math.max(0, 1 - rate.upper()),
                Math.min(1, 1 - rate.lower()),
                rate.level(),
                rate.method()));
    }

    private static String rate(Rate rate) {
        return rate.isUnknown() ? "an unknown share" : Numbers.rate(rate);
    }
}
