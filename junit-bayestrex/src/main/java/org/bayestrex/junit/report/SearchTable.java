/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bayestrex.engine.search.Diagnostics;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Part;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/** What was searched, whether the chains can be trusted, what it cost, and how to repeat it. */
final class SearchTable {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SearchTable() {}

    static String html(TestReport report) {
        Findings findings = report.findings();
        Sampling sampling = findings.spec().sampling();
        List<String> rows = new ArrayList<>(List.of(
                Tables.fact("Looked for", findings.target().describe(), ""),
                Tables.fact("Model under test", findings.spec().classifier().name(), ""),
                Tables.fact("Data distribution", findings.spec().distribution().name(), ""),
                Tables.fact("Draws", draws(findings), ""),
                Tables.fact(
                        "Convergence",
                        findings.samples().isEmpty()
                                ? "✘ NOT converged: there is no draw to tell by"
                                : convergence(findings.diagnostics()),
                        "")));
        findings.diagnostics().problems().forEach(problem -> rows.add(Tables.fact("", "✘ " + problem, "")));
        rows.add(Tables.fact("Effort", effort(findings), sampling.method().name()));
        findings.fromCache()
                .ifPresent(computed -> rows.add(Tables.fact("From the cache", fromCache(findings, computed), "")));
        findings.effort().parts().forEach(part -> rows.add(Tables.fact("", part(part), "")));
        rows.add(Tables.fact("Seed", Long.toString(findings.seed()), ""));
        return Tables.table(List.of(), rows) + replay(report.replay());
    }

    /** The line that repeats a test. */
    static String replay(String line) {
        return Tables.paragraph("To repeat this search alone:")
                + Html.element(
                        "pre",
                        "background:" + Ink.BOX + ";color:" + Ink.TEXT
                                + ";padding:8px 10px;margin:0 0 14px;white-space:pre-wrap;"
                                + "overflow-wrap:anywhere;font-size:13px",
                        Html.escape(line));
    }

    private static String draws(Findings findings) {
        if (findings.samples().isEmpty()) {
            return "none";
        }
        return Numbers.count(findings.samples().size()) + " "
                + (findings.diagnostics().source().equals(Part.WEIGHTED)
                        ? "independent ones, resampled by weight"
                        : "from " + findings.diagnostics().chains().size() + " chains")
                + ", " + Numbers.count(findings.inLevelSet().size()) + " of them in the level set";
    }

    static String convergence(Diagnostics diagnostics) {
        return (diagnostics.converged() ? "✔ converged: " : "✘ NOT converged: ")
                + "R-hat at most " + Numbers.rHat(diagnostics.maxRHat())
                + ", effective draws at least " + Numbers.digits(diagnostics.minBulkEss())
                + " (bulk) and " + Numbers.digits(diagnostics.minTailEss()) + " (tail), "
                + Numbers.count(diagnostics.divergences()) + " divergences"
                + (Double.isNaN(diagnostics.minBfmi())
                        ? ""
                        : ", E-BFMI at least " + Numbers.digits(diagnostics.minBfmi()))
                + (Double.isNaN(diagnostics.paretoK())
                        ? ""
                        : ", Pareto k of the weights " + Numbers.digits(diagnostics.paretoK())
                                + " (below 0.7 is good)");
    }

    /** What one part of the search did: "chains: NUTS, 12 % of the time: 990 evaluations with gradient". */
    private static String part(Part part) {
        List<String> did = new ArrayList<>();
        if (part.gradients() > 0) {
            did.add(Numbers.count(part.gradients()) + " evaluations with gradient");
        }
        if (part.forwards() > 0) {
            did.add(Numbers.count(part.forwards()) + " evaluations without gradient");
        }
        if (!Double.isNaN(part.acceptance())) {
            did.add("acceptance " + Numbers.digits(part.acceptance()));
        }
        if (!Double.isNaN(part.effectiveDraws())) {
            did.add("worth " + Numbers.digits(part.effectiveDraws()) + " independent draws, "
                    + Numbers.digits(part.effectiveDrawsPerSecond()) + " a second");
        }
        return "%s, %.0f %% of the time: %s".formatted(part.name(), 100 * part.share(), String.join(", ", did));
    }

    private static String fromCache(Findings findings, Instant computed) {
        return "nothing that the search depends on has changed since it was run, on " + MINUTES.format(computed)
                + " UTC; it took " + Numbers.time(findings.elapsed()) + " then";
    }

    private static String effort(Findings findings) {
        return Numbers.count(findings.effort().gradients()) + " evaluations with gradient, "
                + Numbers.count(findings.effort().forwards()) + " without, in "
                + Numbers.time(findings.elapsed());
    }
}
