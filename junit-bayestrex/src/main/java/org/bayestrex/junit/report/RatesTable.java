/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/** The rates of a search, each as a question, its answer and how the answer was got. */
final class RatesTable {

    private RatesTable() {}

    static String html(Findings findings) {
        return Tables.table(
                List.of(),
                List.of(
                        frequency(
                                "Level-set mass",
                                findings.levelSetMass(),
                                "generated inputs: the model predicts what was looked for"),
                        frequency("Failure rate", findings.failureRate(), "generated inputs: it does, and is wrong"),
                        share(
                                "Wrong-label share",
                                findings.wrongLabelShare(),
                                " of the predictions that were looked for are wrong"),
                        share(
                                "Wrong-label confidence",
                                findings.wrongLabelConfidence(),
                                " is the mean confidence where the prediction is wrong")));
    }

    private static String frequency(String name, Rate rate, String of) {
        String frequency = Numbers.frequency(rate);
        String fact = frequency.equals("unknown") ? frequency : frequency + " " + of + "; " + Numbers.rate(rate);
        return Tables.fact(name, fact, rate.method());
    }

    private static String share(String name, Rate rate, String of) {
        String share = Numbers.rate(rate);
        return Tables.fact(name, share.equals("unknown") ? share : share + of, rate.method());
    }
}
