/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.junit.report.input.Cards.Card;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;
import org.bayestrex.junit.report.page.Numbers;

/**
 * An input with what two models say of it, side by side.
 *
 * @param input as the models are given it
 * @param first what the one says, named by its role: "then"
 * @param second what the other says: "now"
 * @param remarks below, plain text
 */
record TwoAnswers(Tensor input, Answer first, Answer second, List<String> remarks) {

    TwoAnswers {
        remarks = List.copyOf(remarks);
    }

    /**
     * What a model says.
     *
     * @param role of the model: "then"
     * @param label the name of the class that it favours
     * @param confidence in that class, in [0, 1]
     * @param mark a symbol and a word that judge it: "✘ wrong"; empty where nobody does
     */
    record Answer(String role, String label, double confidence, String mark) {

        private String text() {
            return role + ": " + label + " (" + Numbers.shortPercent(confidence) + ")"
                    + (mark.isEmpty() ? "" : " " + mark);
        }

        /** The confidence as a bar below its number: two of them are compared at a glance. */
        private String html() {
            long width = Math.round(100 * Math.min(1, Math.max(0, confidence)));
            return "<strong>" + Html.escape(role) + ":</strong> " + Html.escape(text().substring(role.length() + 2))
                    + Html.element(
                            "div",
                            "height:5px;background:" + Ink.FORBIDDEN + ";border:1px solid " + Ink.RULE,
                            Html.element("div", "height:5px;background:" + Ink.BAR + ";width:" + width + "%", ""));
        }
    }

    Card card() {
        List<String> lines = new java.util.ArrayList<>(List.of(first.html(), second.html()));
        remarks.forEach(
                remark -> lines.add(Html.element("span", "font-size:12px;color:" + Ink.FAINT, Html.escape(remark))));
        String alternative = "Input. " + first.text() + "; " + second.text()
                + (remarks.isEmpty() ? "" : "; " + String.join("; ", remarks));
        return new Card(input, alternative, lines);
    }
}
