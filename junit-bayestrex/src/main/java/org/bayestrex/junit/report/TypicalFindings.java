/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.choice.Group;
import org.bayestrex.junit.report.choice.KMedoids;
import org.bayestrex.junit.report.choice.Selection;
import org.bayestrex.junit.report.input.Cards;
import org.bayestrex.junit.report.input.Cards.Card;
import org.bayestrex.junit.report.input.FindingsTable;
import org.bayestrex.junit.report.input.InputView;
import org.bayestrex.junit.report.input.SentenceTable;
import org.bayestrex.junit.report.input.TopClasses;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Place;
import org.bayestrex.junit.report.page.Tables;
import org.bayestrex.junit.report.page.Term;
import org.bayestrex.junit.report.picture.Picture;

/** What a search found, by one finding of each group, with the share of the findings that it stands for. */
final class TypicalFindings {

    /** Two rows of a page: more are on the contact sheet. */
    static final int MOST = 8;

    private static final int WIDTH = 104;

    private final Findings findings;
    private final Place place;
    private final KMedoids groups;
    private final InputView view;

    TypicalFindings(Findings findings, Place place, KMedoids groups) {
        this.findings = findings;
        this.place = place;
        this.groups = groups;
        this.view = InputView.of(findings);
    }

    /** Heading and pictures, or sentences; what came nearest where nothing was found; a table of inputs that are no pictures. */
    String html() {
        List<Sample> found = findings.inLevelSet();
        boolean text = view.isText(findings);
        if (!text
                && (findings.samples().isEmpty()
                        || !Picture.isPossible(findings.samples().get(0).input()))) {
            return Tables.heading("What was found") + FindingsTable.html(findings);
        }
        if (found.isEmpty()) {
            List<Sample> nearest = Selection.of(findings, MOST).samples();
            return Tables.heading("What was found: nothing")
                    + Tables.text("<strong style=\"color:" + Ink.TEXT + "\">NOT in the level set:</strong> none of "
                            + Numbers.count(findings.samples().size())
                            + " draws is a finding. These came nearest; they are no failures of the model. Nothing found is"
                            + " not never: the bound above says how often it may happen.")
                    + (text
                            ? new SentenceTable(findings).nearest(nearest)
                            : Cards.html(nearest.stream().map(this::near).toList(), view, WIDTH));
        }
        List<Group<Sample>> sorted = groups.of(found, sample -> view.compared(sample.input()), MOST);
        return Tables.heading("What was found: " + Numbers.count(found.size())
                        + (found.size() == 1 ? " finding" : " findings")
                        + (sorted.size() == 1
                                ? ", by the most typical one"
                                : ", by " + sorted.size() + " typical ones"))
                + (text
                        ? new SentenceTable(findings).typical(sorted)
                        : Cards.html(
                                sorted.stream()
                                        .map(group -> card(group, found.size()))
                                        .toList(),
                                view,
                                WIDTH))
                + Tables.caption("Each is a " + place.term("typical finding", Term.TYPICAL)
                        + ", with what the model says and the share of the findings that it stands for; its"
                        + " id is that in findings.json. Do they look like what the model says? If you would have said the same,"
                        + " the label is wrong or the generator draws what it should not, and not the model.");
    }

    private Card near(Sample sample) {
        List<String> classes = TopClasses.of(sample, findings);
        return new Card(
                sample.input(),
                "Not a finding, draw " + sample.id() + ": the model says " + String.join(", ", classes),
                lines(sample, classes, "not a finding"));
    }

    private Card card(Group<Sample> group, int of) {
        Sample sample = group.typical();
        List<String> classes = TopClasses.of(sample, findings);
        String share = "stands for " + Numbers.wholePercent(group.share());
        return new Card(
                sample.input(),
                "Typical finding " + sample.id() + ": the model says " + String.join(", ", classes) + "; it " + share
                        + " of " + Numbers.count(of) + " findings",
                lines(sample, classes, share));
    }

    private List<String> lines(Sample sample, List<String> classes, String share) {
        List<String> lines = new ArrayList<>();
        lines.add("<strong>" + Html.escape(classes.get(0)) + "</strong>");
        classes.stream().skip(1).forEach(cls -> lines.add(Html.escape(cls)));
        sample.labels().values().stream()
                .findFirst()
                .filter(OptionalInt::isPresent)
                .ifPresent(label -> lines.add("label " + Html.escape(name(label.getAsInt()))));
        lines.add(Html.escape(share));
        lines.add(Html.element("span", "font-size:11px;color:" + Ink.FAINT, Html.escape(sample.id())));
        return lines;
    }

    private String name(int label) {
        return label == LabelOracle.NONE ? "none of the classes" : findings.label(label);
    }
}
