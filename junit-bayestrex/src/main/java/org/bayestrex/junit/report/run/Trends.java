/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bayestrex.junit.report.Outcome;
import org.bayestrex.junit.report.page.Drawing;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Tables;

/** Each test's rate over the last runs, side by side; the worst first, most of the others folded away. */
final class Trends {

    static final String CAPTION =
            "From left to right the last runs, the newest at the right; the bar is the interval, the mark in it the"
                    + " estimate (a dot where the test passed, a diamond where it was inconclusive, a cross where it failed), the"
                    + " orange line the limit of today. Good: bars stay on the allowed side and do not move towards the line from"
                    + " run to run. Shares are drawn by their logarithm.";

    private static final int SHOWN = 12;

    private Trends() {}

    static String html(Run run, History before, Links links) {
        List<PastRun> runs = Stream.concat(before.runs().stream(), Stream.of(PastRun.of(run)))
                .toList();
        Map<String, TestFacts> tests = run.tests().stream()
                .collect(Collectors.toMap(TestFacts::key, Function.identity(), (one, other) -> one));
        List<String> pictures = tests.values().stream()
                .sorted(Comparator.<TestFacts, Outcome>comparing(TestFacts::outcome)
                        .thenComparing(TestFacts::key))
                .map(test -> Trend.of(test.key(), runs).map(trend -> figure(test, trend, links)))
                .flatMap(Optional::stream)
                .toList();
        if (pictures.isEmpty()) {
            return "";
        }
        String folded = pictures.size() <= SHOWN
                ? ""
                : "<details><summary style=\"cursor:pointer;display:list-item\">The other " + (pictures.size() - SHOWN)
                        + " tests</summary>" + row(pictures.subList(SHOWN, pictures.size())) + "</details>";
        return Tables.heading("Over the last " + runs.size() + " runs")
                + Tables.paragraph(CAPTION)
                + row(pictures.subList(0, Math.min(SHOWN, pictures.size())))
                + folded;
    }

    private static String row(List<String> figures) {
        return Html.element("div", "display:flex;flex-wrap:wrap;gap:12px;margin:0 0 14px", String.join("", figures));
    }

    private static String figure(TestFacts test, Trend trend, Links links) {
        Drawing drawing = Drawing.of(() -> Optional.of(TrendChart.draw(trend)));
        String quantity = trend.last().test().quantity();
        String caption = test.outcome().text() + (quantity.isEmpty() ? "" : ": " + Html.escape(quantity));
        return Html.element(
                "figure",
                "margin:0;width:300px;max-width:100%;font-size:12px",
                Html.element(
                                "figcaption",
                                "overflow-wrap:anywhere",
                                links.to(test, Html.escape(test.key()), test.key()) + "<br>" + caption)
                        + drawing.html(TrendChart.describe(trend), ""));
    }
}
