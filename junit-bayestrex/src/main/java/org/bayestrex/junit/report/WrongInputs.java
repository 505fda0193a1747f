/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.function.Predicate;
import org.bayestrex.engine.search.WrongInput;
import org.bayestrex.junit.report.TwoAnswers.Answer;
import org.bayestrex.junit.report.choice.Group;
import org.bayestrex.junit.report.choice.KMedoids;
import org.bayestrex.junit.report.input.Cards;
import org.bayestrex.junit.report.input.Cards.Card;
import org.bayestrex.junit.report.input.InputView;
import org.bayestrex.junit.report.input.Look;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/** Confident mistakes of two models: which are new in the candidate, gone from the baseline, and common to both. */
final class WrongInputs {

    static final String CAPTION =
            "One typical input of each group, with what both models say of it, and its label; bars are confidences. A good"
                    + " candidate has few under \"new\". Where both claim the same, the label may be wrong: look.";

    private static final int MOST = 6;
    private static final int WIDTH = 172;

    private final ComparisonReport report;
    private final KMedoids groups;
    private final InputView view;

    WrongInputs(ComparisonReport report, KMedoids groups) {
        this.report = report;
        this.groups = groups;
        this.view = new InputView(report.distribution());
    }

    String html() {
        List<WrongInput> all = report.wrong();
        if (all.isEmpty()) {
            return Tables.paragraph("No labelled draw of either model is wrong.");
        }
        if (view.look(all.get(0).sample().input()) instanceof Look.Listed) {
            return Tables.paragraph("The inputs cannot be shown as pictures.");
        }
        return group(
                        "✘ New: the candidate is wrong, the baseline is right",
                        all,
                        wrong -> wrong.ofCandidate() && otherIsRight(wrong))
                + group(
                        "✔ Gone: the baseline is wrong, the candidate is right",
                        all,
                        wrong -> !wrong.ofCandidate() && otherIsRight(wrong))
                + group("– Unchanged: both are wrong", all, wrong -> !otherIsRight(wrong))
                + Tables.caption(Html.escape(CAPTION));
    }

    private static boolean otherIsRight(WrongInput wrong) {
        return wrong.othersClass() == wrong.truth();
    }

    private String group(String title, List<WrongInput> all, Predicate<WrongInput> which) {
        List<WrongInput> these = all.stream().filter(which).toList();
        String heading = Html.element(
                "h3",
                "font-size:14px;margin:12px 0 4px",
                Html.escape(title) + " (" + these.size() + " of " + all.size() + " stored mistakes)");
        if (these.isEmpty()) {
            return heading + Tables.paragraph("None was found.");
        }
        List<Card> cards = groups
                .of(these, wrong -> view.compared(wrong.sample().input()), MOST)
                .stream()
                .map(this::card)
                .toList();
        return heading + Cards.html(cards, view, WIDTH);
    }

    private Card card(Group<WrongInput> group) {
        WrongInput wrong = group.typical();
        Answer own = answer(
                wrong.ofCandidate() ? "candidate" : "baseline",
                wrong.cls(),
                wrong.sample().confidences()[wrong.cls()],
                wrong.truth());
        Answer other = answer(
                wrong.ofCandidate() ? "baseline" : "candidate",
                wrong.othersClass(),
                wrong.other().get(wrong.othersClass()),
                wrong.truth());
        return new TwoAnswers(
                        wrong.sample().input(),
                        wrong.ofCandidate() ? own : other,
                        wrong.ofCandidate() ? other : own,
                        List.of(
                                "label: " + report.nameOf(wrong.truth()),
                                "stands for " + Numbers.wholePercent(group.share()) + " of these"))
                .card();
    }

    private Answer answer(String role, int cls, double confidence, int truth) {
        return new Answer(role, report.nameOf(cls), confidence, cls == truth ? "✔" : "✘");
    }
}
