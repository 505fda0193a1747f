/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bayestrex.engine.search.Diagnostics;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sampling;

/** What was searched, whether the chains can be trusted, what it cost, and how to repeat it. */
final class SearchTable {

    private SearchTable() {}

    static String html(TestReport report) {
        Findings findings = report.findings();
        Sampling sampling = findings.spec().sampling();
        List<String> rows = new ArrayList<>(List.of(
                Tables.fact("Looked for", findings.target().describe(), ""),
                Tables.fact("Model under test", findings.spec().classifier().name(), ""),
                Tables.fact("Data distribution", findings.spec().distribution().name(), ""),
                Tables.fact("Draws", draws(findings), ""),
                Tables.fact("Chains", convergence(findings.diagnostics()), "")));
        findings.diagnostics().problems().forEach(problem -> rows.add(Tables.fact("", "✘ " + problem, "")));
        rows.add(Tables.fact("Effort", effort(findings), sampling.method().name()));
        rows.add(Tables.fact("Seed", Long.toString(findings.seed()), ""));
        return Tables.heading("The search")
                + Tables.table(List.of(), rows)
                + Tables.paragraph("To repeat this search alone:")
                + Html.element(
                        "pre",
                        "background:#EFEFEF;color:#1A1A1A;padding:8px 10px;margin:0 0 14px;white-space:pre-wrap;"
                                + "overflow-wrap:anywhere;font-size:13px",
                        Html.escape(report.replay()));
    }

    private static String draws(Findings findings) {
        return Numbers.count(findings.samples().size()) + " from "
                + findings.diagnostics().chains().size() + " chains, "
                + Numbers.count(findings.inLevelSet().size()) + " of them in the level set";
    }

    static String convergence(Diagnostics diagnostics) {
        return (diagnostics.converged() ? "✔ converged: " : "✘ NOT converged: ")
                + "R-hat at most " + fixed(diagnostics.maxRHat())
                + ", effective draws at least " + Numbers.digits(diagnostics.minBulkEss())
                + " (bulk) and " + Numbers.digits(diagnostics.minTailEss()) + " (tail), "
                + Numbers.count(diagnostics.divergences()) + " divergences"
                + (Double.isNaN(diagnostics.minBfmi())
                        ? ""
                        : ", E-BFMI at least " + Numbers.digits(diagnostics.minBfmi()));
    }

    /** R-hat lives in its third decimal. */
    private static String fixed(double rHat) {
        return Double.isFinite(rHat) ? String.format(Locale.ROOT, "%.3f", rHat) : Numbers.digits(rHat);
    }

    private static String effort(Findings findings) {
        return Numbers.count(findings.effort().gradients()) + " evaluations with gradient, "
                + Numbers.count(findings.effort().forwards()) + " without, in "
                + Numbers.time(findings.elapsed());
    }
}
