/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.junit.report.choice.Selection;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/** Findings that are no pictures, as a table of their first values. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FindingsTable {

    private static final int MOST_ROWS = 12;
    private static final int MOST_VALUES = 6;

    private FindingsTable() {}

    public static String html(Findings findings) {
        Selection selection = Selection.of(findings, MOST_ROWS);
        if (selection.samples().isEmpty()) {
            return Tables.paragraph("The search recorded no draw.");
        }
        List<String> rows = new ArrayList<>();
        for (Sample sample : selection.samples()) {
            rows.add(Tables.row(
                    Html.escape(String.join(", ", TopClasses.of(sample, findings))),
                    Html.escape(values(sample.input())),
                    Html.escape(sample.id())));
        }
        return Tables.paragraph(ContactSheet.describe(selection) + ". These inputs cannot be shown as pictures.")
                + Tables.table(List.of("The model says", "Input", "Id"), rows);
    }

    public static String values(Tensor input) {
        String first = IntStream.range(0, Math.min(MOST_VALUES, input.size()))
                .mapToObj(index -> Numbers.digits(input.get(index)))
                .collect(Collectors.joining(", "));
        return input.size() > MOST_VALUES ? first + ", … (" + Numbers.count(input.size()) + " values)" : first;
    }
}
