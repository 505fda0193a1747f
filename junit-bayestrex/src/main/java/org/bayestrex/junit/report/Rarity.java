/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Place;
import org.bayestrex.junit.report.page.Tables;
import org.bayestrex.junit.report.page.Term;

/** How rare what was looked for is, in words: one line, or two where not all of it is wrong. */
final class Rarity {

    private Rarity() {}

    static String html(Findings findings, Place place) {
        Prediction prediction = Prediction.of(findings);
        Rate mass = findings.levelSetMass();
        Rate share = findings.wrongLabelShare();
        boolean allWrong = share.isKnown() && share.lower() == 1;
        String first = sentence(mass, allWrong ? prediction.wrong() : prediction.seen(), place);
        if (allWrong) {
            return Tables.text(first + " Every such prediction is wrong: " + Html.escape(share.method()) + ".");
        }
        String wrong = share.isUnknown()
                ? " How many of these predictions are wrong nobody has measured: " + Html.escape(share.method()) + "."
                : " " + sentence(findings.failureRate(), prediction.wrong(), place);
        return Tables.text(first + wrong);
    }

    private static String sentence(Rate rate, String what, Place place) {
        String of = " generated inputs";
        String escaped = Html.escape(what);
        if (rate.isUnknown()) {
            return "How often an input is " + escaped + " is unknown: " + Html.escape(rate.method()) + ".";
        }
        if (rate.isKnown()) {
            return rate.upper() <= 0
                    ? "No generated input is " + escaped + ", by construction."
                    : "<strong>" + Numbers.oneIn(rate.upper()) + of + "</strong> is " + escaped + ".";
        }
        String level = Numbers.percent(rate.level());
        if (!(rate.estimate() > 0)) {
            return "<strong>At most " + Numbers.oneIn(rate.upper()) + of + "</strong> " + verb(rate.upper()) + escaped
                    + " (" + level + " " + place.term("confidence", Term.INTERVAL) + ").";
        }
        String between = rate.lower() > 0
                ? "between " + Numbers.oneIn(rate.lower()) + " and " + Numbers.oneIn(rate.upper())
                : "at most " + Numbers.oneIn(rate.upper());
        return "<strong>" + Numbers.oneIn(rate.estimate()) + of + "</strong> " + verb(rate.estimate()) + escaped + ", "
                + between + " (" + level + " " + place.term("interval", Term.INTERVAL) + ").";
    }

    private static String verb(double share) {
        return share > .1 ? "are " : "is ";
    }
}
