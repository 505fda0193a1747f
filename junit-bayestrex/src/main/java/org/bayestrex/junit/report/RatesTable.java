/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;

/** The rates of a search, each as a question, its answer and how the answer was got. */
final class RatesTable {

    private RatesTable() {}

    static String html(Findings findings) {
        return Tables.heading("How often")
                + Tables.table(
                        List.of(),
                        List.of(
                                frequency(
                                        "Such a prediction",
                                        findings.levelSetMass(),
                                        "generated inputs get the prediction that was looked for"),
                                frequency(
                                        "Such a prediction, and wrong",
                                        findings.failureRate(),
                                        "generated inputs get it and should not"),
                                share("Wrong among such predictions", findings.wrongLabelShare()),
                                share("Mean confidence where wrong", findings.wrongLabelConfidence())));
    }

    private static String frequency(String name, Rate rate, String of) {
        String frequency = Numbers.frequency(rate);
        String fact = frequency.equals("unknown") ? frequency : frequency + " " + of + ": " + Numbers.rate(rate);
        return Tables.fact(name, fact, rate.method());
    }

    private static String share(String name, Rate rate) {
        return Tables.fact(name, Numbers.rate(rate), rate.method());
    }
}
