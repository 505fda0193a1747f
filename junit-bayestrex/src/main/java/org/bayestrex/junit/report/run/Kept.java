/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.junit.report.Html;
import org.bayestrex.junit.report.Numbers;
import org.bayestrex.junit.report.Outcome;
import org.bayestrex.junit.report.Tables;

/** What the tests were held against that is kept in the repository: baselines of earlier releases, and known findings. */
final class Kept {

    private Kept() {}

    static String html(Run run, Links links) {
        List<String> baselines = new ArrayList<>();
        List<String> corpus = new ArrayList<>();
        for (TestFacts test : run.tests()) {
            String name = links.to(test, Html.escape(test.key()), test.key());
            for (Check check : test.claims()) {
                if (check.claim().contains("baseline")) {
                    baselines.add(Tables.row(
                            name,
                            Html.escape(check.claim()),
                            Html.escape(Numbers.rate(check.rate())),
                            Outcome.of(check.verdict()).badge()));
                }
            }
            if (!test.corpus().isEmpty()) {
                corpus.add(Tables.row(name, Html.escape(test.corpus())));
            }
        }
        return (baselines.isEmpty()
                        ? ""
                        : Tables.heading("Held against baselines")
                                + Tables.table(List.of("Test", "Claim", "Difference", "Verdict"), baselines))
                + (corpus.isEmpty()
                        ? ""
                        : Tables.heading("Known findings, asked again")
                                + Tables.table(List.of("Test", "What became of them"), corpus));
    }
}
