/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.ArrayList;
import java.util.List;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.junit.report.Measured;
import org.bayestrex.junit.report.Outcome;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Tables;

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
                            Html.escape(Measured.of(check)),
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
                                + Tables.table(List.of("Test", "Claim", "Difference", "Verdict"), baselines)
                                + Tables.caption("Differences of shares, in percentage points. Good: each"
                                        + " interval lies below what its claim allows."))
                + (corpus.isEmpty()
                        ? ""
                        : Tables.heading("Known findings, asked again")
                                + Tables.table(List.of("Test", "What became of them"), corpus)
                                + Tables.caption("Good: all of them gone, or waived for a reason that still holds."));
    }
}
