/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.bayestrex.engine.dataset.Coverage;
import org.bayestrex.engine.dataset.Shown;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/** What a data set shows beside what searches show, as a table for people. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoverageTable {

    private CoverageTable() {}

    /** As a fragment of HTML in the report's look. */
    public static String html(Coverage coverage) {
        List<String> rows = coverage.rows().stream()
                .map(row -> Tables.row(cells(row).map(Html::escape).toArray(String[]::new)))
                .toList();
        return Tables.table(heads(coverage), rows) + Tables.paragraph(sentence(coverage));
    }

    /** As a Markdown table with a sentence below it. */
    public static String markdown(Coverage coverage) {
        List<String> heads = heads(coverage);
        Stream<String> rows =
                coverage.rows().stream().map(row -> line(cells(row).map(CoverageTable::escaped)));
        String rule = line(heads.stream().map(head -> "---"));
        return Stream.concat(Stream.of(line(heads.stream().map(CoverageTable::escaped)), rule), rows)
                        .collect(Collectors.joining("\n"))
                + "\n\n" + sentence(coverage) + "\n";
    }

    private static List<String> heads(Coverage coverage) {
        return List.of(
                coverage.classifier() + " is",
                "in " + Numbers.count(coverage.size()) + " images of " + coverage.dataSet(),
                "rate there",
                "draws of the search",
                "mass under the generator",
                "shown by");
    }

    private static Stream<String> cells(Coverage.Row row) {
        String drawn = Numbers.count(row.inSearch()) + " of " + row.distribution();
        return Stream.of(
                row.target(),
                Numbers.count(row.inDataSet()),
                rate(row.dataSetRate()),
                row.converged() ? drawn : drawn + ", not converged",
                rate(row.searchMass()),
                words(row.shown()) + (row.agree() ? "" : "; the rates contradict each other"));
    }

    /** Where nothing was seen, the bound is all there is to say. */
    private static String rate(Rate rate) {
        return rate.estimate() == 0 ? "at most " + Numbers.percent(rate.upper()) : Numbers.rate(rate);
    }

    private static String words(Shown shown) {
        return switch (shown) {
            case BOTH -> "both";
            case SEARCH_ONLY -> "the search alone";
            case DATA_SET_ONLY -> "the data set alone";
            case NEITHER -> "neither: at most as often as the bounds say";
        };
    }

    private static String sentence(Coverage coverage) {
        long alone = coverage.counts().getOrDefault(Shown.SEARCH_ONLY, 0L);
        return "%d of %d predictions are shown by the search alone: no test on these %s images can fail on them."
                .formatted(alone, coverage.rows().size(), Numbers.count(coverage.size()));
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
