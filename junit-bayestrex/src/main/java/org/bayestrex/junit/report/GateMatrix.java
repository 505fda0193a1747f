/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.bayestrex.engine.rate.GateFamily;
import org.bayestrex.engine.rate.Multiplicity;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Page;
import org.bayestrex.junit.report.page.Tables;

/** Gates that are judged together, as a table: a row for each invocation, a column for each limit. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GateMatrix {

    private GateMatrix() {}

    /** As a fragment of HTML in the report's look: one verdict for all, then each. */
    public static String html(GateFamily family) {
        Set<String> gates = new LinkedHashSet<>();
        Map<String, Map<String, GateFamily.Row>> byInvocation = new LinkedHashMap<>();
        for (GateFamily.Row row : family.rows()) {
            String gate = row.member().gate().gate().toString();
            gates.add(gate);
            byInvocation
                    .computeIfAbsent(name(row.member()), name -> new LinkedHashMap<>())
                    .put(gate, row);
        }
        List<String> heads = new ArrayList<>(List.of(""));
        heads.addAll(gates);
        List<String> rows = new ArrayList<>();
        byInvocation.forEach((name, cells) -> {
            List<String> row = new ArrayList<>(List.of(Html.escape(name)));
            gates.forEach(gate -> row.add(cells.containsKey(gate) ? cell(family, cells.get(gate)) : ""));
            rows.add(Tables.row(row.toArray(String[]::new)));
        });
        return Outcome.of(family.verdict()).banner(Html.escape(sentence(family)))
                + Tables.table(heads, rows)
                + Tables.paragraph(explained(family));
    }

    /** As a page of its own. */
    public static String page(String title, GateFamily family) {
        return Page.of(title, Page.summary(Tables.heading(title) + html(family)));
    }

    private static String name(GateFamily.Member member) {
        return member.test() + " " + member.invocation();
    }

    private static String cell(GateFamily family, GateFamily.Row row) {
        String p = String.format(
                Locale.ROOT,
                "PASS: p = %.2g%s; FAIL: p = %.2g%s",
                row.member().gate().passes(),
                adjusted(family, row.passes()),
                row.member().gate().fails(),
                adjusted(family, row.fails()));
        return Outcome.of(row.verdict()).badge() + "<br>"
                + Html.escape(Numbers.rate(row.member().gate().check().rate())) + "<br><small>" + Html.escape(p)
                + "</small>";
    }

    private static String adjusted(GateFamily family, double p) {
        return family.correction() == Multiplicity.NONE ? "" : String.format(Locale.ROOT, ", adjusted %.2g", p);
    }

    private static String sentence(GateFamily family) {
        return switch (family.verdict()) {
            case PASS -> "All %d gates pass.".formatted(family.rows().size());
            case FAIL ->
                "A gate is broken, and not by the chance of looking at %d."
                        .formatted(family.rows().size());
            case INCONCLUSIVE ->
                "Not all %d gates pass, and none is surely broken; this does not let a release go on."
                        .formatted(family.rows().size());
        };
    }

    private static String explained(GateFamily family) {
        return "Good: ✔ in every cell. p-values are one-sided, of each gate's PASS and FAIL, and hold for all looks at its search. "
                + (family.correction() == Multiplicity.NONE
                        ? "They are not corrected for the number of gates; that all pass needs no correction."
                        : "Verdicts allow for the number of gates by %s at the level %s; that all pass needs no correction."
                                .formatted(
                                        family.correction() == Multiplicity.HOLM ? "Holm" : "Benjamini and Hochberg",
                                        family.level()));
    }
}
