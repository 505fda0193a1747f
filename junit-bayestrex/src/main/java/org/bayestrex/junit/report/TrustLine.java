/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.search.Diagnostics;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Place;
import org.bayestrex.junit.report.page.Tables;
import org.bayestrex.junit.report.page.Term;

/** Whether the draws can be trusted, in one line, with the way to the plots that show it. */
final class TrustLine {

    private TrustLine() {}

    static String html(TestReport report, Place place) {
        Diagnostics diagnostics = report.findings().diagnostics();
        if (report.findings().samples().isEmpty()) {
            return Tables.text("<strong>– No draws:</strong> "
                    + (report.findings().gates().stoppedEarly()
                            ? "the search ended as soon as its limits were decided, before it made any."
                            : "the search made none."));
        }
        String figures = place.term("R-hat", Term.R_HAT) + " " + Numbers.rHat(diagnostics.maxRHat())
                + " (good up to 1.01), worth " + Numbers.digits(diagnostics.minBulkEss()) + " "
                + place.term("effective draws", Term.EFFECTIVE_DRAWS) + " (400 or more are good)";
        String plots = place == Place.PAGE
                ? "See the " + place.plot("trace", "traces") + ", " + place.plot("rank", "ranks") + " and "
                        + place.plot("effective draws", "effective-draws") + " plots."
                : "See the attachments Chains (trace plot), Chains (rank plot) and Effective draws.";
        if (diagnostics.converged()) {
            return Tables.text("<strong>✔ The search has converged:</strong> " + figures + ". " + plots);
        }
        int problems = diagnostics.problems().size();
        return Tables.text("<strong>✘ The search has NOT converged:</strong> " + figures + "; "
                + place.plot(problems == 1 ? "1 problem" : problems + " problems", "search") + ". "
                + (restsElsewhere(report)
                        ? "The verdict does not rest on these draws: they are there to be looked at. "
                        : "")
                + plots);
    }

    /** Whether all claims passed by evidence that problems of the draws do not touch. */
    private static boolean restsElsewhere(TestReport report) {
        return !report.checks().isEmpty()
                && report.checks().stream()
                        .allMatch(check -> check.verdict() != Verdict.INCONCLUSIVE
                                && check.problems().isEmpty()
                                && isAboutNumber(check));
    }

    private static boolean isAboutNumber(Check check) {
        return Double.isFinite(check.low()) || Double.isFinite(check.high());
    }
}
