/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Tables in the report's one look; cells are HTML already. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Tables {

    private static final String CELL =
            "padding:5px 12px 5px 0;border-bottom:1px solid " + Ink.RULE + ";text-align:left;vertical-align:top";

    private Tables() {}

    /** A table that scrolls sideways where the page is narrower. */
    public static String table(List<String> heads, List<String> rows) {
        String head = heads.stream()
                .map(text -> Html.element("th", CELL + ";font-weight:bold", Html.escape(text)))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
        String body = (heads.isEmpty() ? "" : head) + String.join("", rows);
        return Html.element(
                "div",
                "overflow-x:auto;margin:0 0 14px",
                Html.element("table", "border-collapse:collapse;width:100%", body));
    }

    /** A row of cells. */
    public static String row(String... cells) {
        return List.of(cells).stream()
                .map(cell -> Html.element("td", CELL, cell))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    /** A row that is one cell across the columns. */
    static String wideRow(int columns, String cell) {
        return "<tr><td colspan=\"" + columns + "\" style=\"" + CELL + "\">" + cell + "</td></tr>";
    }

    /** A row with a name, a fact and, in fainter ink, a remark on it. */
    public static String fact(String name, String fact, String remark) {
        String second =
                remark.isEmpty() ? "" : "<br>" + Html.element("span", "color:" + Ink.FAINT, Html.escape(remark));
        return row(Html.element("span", "white-space:nowrap", Html.escape(name)), Html.escape(fact) + second);
    }

    /** A heading of a part. */
    public static String heading(String text) {
        return Html.element("h2", "font-size:16px;font-weight:bold;margin:18px 0 6px", Html.escape(text));
    }

    /** A paragraph of plain text. */
    public static String paragraph(String text) {
        return text(Html.escape(text));
    }

    /** A paragraph that is HTML already, with links perhaps. */
    public static String text(String html) {
        return Html.element("p", "margin:0 0 10px", html);
    }

    /** What a picture shows and what a good one looks like. */
    public static String caption(String html) {
        return Html.element("p", "margin:0 0 10px;font-size:13px;max-width:60em;color:" + Ink.FAINT, html);
    }
}
