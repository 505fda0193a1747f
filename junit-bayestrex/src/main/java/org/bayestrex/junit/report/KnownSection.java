/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.corpus.CorpusFinding;
import org.bayestrex.engine.corpus.KnownFinding;
import org.bayestrex.engine.corpus.KnownFinding.Status;
import org.bayestrex.engine.corpus.KnownFindings;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.junit.report.TwoAnswers.Answer;
import org.bayestrex.junit.report.input.Cards;
import org.bayestrex.junit.report.input.Cards.Card;
import org.bayestrex.junit.report.input.InputView;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Place;
import org.bayestrex.junit.report.page.Tables;

/** What became of the findings that are kept in the repository: still found, waived, gone. */
final class KnownSection {

    static final String ANCHOR = "known-findings";

    private static final int MOST = 12;
    private static final int WIDTH = 140;

    private final KnownFindings known;
    private final Findings findings;

    KnownSection(KnownFindings known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    /** How many of each, in a sentence for the first screen. */
    String line(Place place) {
        List<String> parts = new ArrayList<>();
        count(parts, still(), "still found");
        count(parts, waived(), "waived");
        count(parts, known.with(Status.FIXED), "gone");
        count(parts, known.with(Status.NOT_COMPARABLE), "cannot be compared");
        return Tables.text("<strong>" + place.plot("Known findings", ANCHOR) + ":</strong> of "
                + known.all().size() + " kept in the repository " + String.join(", ", parts) + ".");
    }

    private static void count(List<String> parts, List<KnownFinding> these, String what) {
        if (!these.isEmpty()) {
            parts.add("<strong>" + these.size() + " " + what + "</strong>");
        }
    }

    private List<KnownFinding> still() {
        return known.all().stream().filter(KnownFinding::blocks).toList();
    }

    private List<KnownFinding> waived() {
        return known.with(Status.STILL_FAILS).stream()
                .filter(finding -> !finding.blocks())
                .toList();
    }

    String html() {
        return group("✘ Still found: fix them, or accept them with a waiver", still())
                + group("– Waived: still found, accepted until a date", waived())
                + group("✔ Gone: the model is no longer confident", known.with(Status.FIXED))
                + group("? Cannot be compared: found with another generator", known.with(Status.NOT_COMPARABLE))
                + Tables.caption(
                        "Each was found by an earlier run and kept; \"then\" is what the model of that day said,"
                                + " \"now\" what this one says; bars are confidences. Good is: all of them gone. Gone means that the"
                                + " confidence is lower than what is looked for: read whether \"now\" is right.");
    }

    private String group(String title, List<KnownFinding> these) {
        if (these.isEmpty()) {
            return "";
        }
        String heading = Html.element("h3", "font-size:14px;margin:12px 0 4px", Html.escape(title));
        List<Card> cards = these.stream()
                .limit(MOST)
                .flatMap(finding -> card(finding).stream())
                .toList();
        String without =
                these.stream().anyMatch(finding -> finding.now().isEmpty()) ? Tables.text(Html.escape(ids(these))) : "";
        String more = these.size() > MOST ? Tables.text("And " + (these.size() - MOST) + " more.") : "";
        return heading + without + (cards.isEmpty() ? "" : Cards.html(cards, InputView.of(findings), WIDTH)) + more;
    }

    private static String ids(List<KnownFinding> these) {
        return String.join(", ", these.stream().map(each -> each.finding().id()).toList());
    }

    private Optional<Card> card(KnownFinding each) {
        return each.now().map(now -> new TwoAnswers(now.input(), then(each.finding()), now(now), remarks(each)).card());
    }

    private Answer then(CorpusFinding finding) {
        int cls = finding.predictedClass();
        return new Answer("then", findings.label(cls), finding.confidences()[cls], "");
    }

    private Answer now(Replayed now) {
        int cls = now.predictedClass();
        return new Answer("now", findings.label(cls), now.confidences()[cls], "");
    }

    private static List<String> remarks(KnownFinding each) {
        CorpusFinding finding = each.finding();
        List<String> remarks = new ArrayList<>(List.of(finding.id() + ", found "
                + finding.found().atZone(ZoneOffset.UTC).toLocalDate() + " in "
                + finding.model().name()));
        each.waiver().ifPresent(waiver -> remarks.add("waived until " + waiver.until() + ": " + waiver.reason()));
        return remarks;
    }
}
