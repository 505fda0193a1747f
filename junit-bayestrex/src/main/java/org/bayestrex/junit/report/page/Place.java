/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import java.util.function.Supplier;
import org.apiguardian.api.API;

/** Where a report is read, which decides how a reader gets from one part of it to another. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Place {
    /** A page of its own: parts are linked. */
    PAGE,
    /** Within another one, Allure's, whose own addresses a link would disturb: parts are attachments, or can be opened. */
    HOSTED;

    /** A word, with its explanation one click away, or, in a host, under the pointer; text is escaped here. */
    public String term(String text, Term term) {
        return this == PAGE
                ? link(text, term.anchor())
                : "<abbr style=\"text-decoration:underline dotted\" title=\"" + Html.escape(term.explanation()) + "\">"
                        + Html.escape(text) + "</abbr>";
    }

    /** The way to a plot: a link to it, or the name of its attachment. */
    public String plot(String text, String anchor) {
        return this == PAGE ? link(text, anchor) : Html.escape(text);
    }

    /** A part that is not for everybody: open on a page, to be opened in a host. */
    public String part(String id, String title, String content) {
        if (content.isEmpty()) {
            return "";
        }
        return this == PAGE ? Html.section(id, Tables.heading(title) + content) : Html.details(title, content);
    }

    /**
     * A large picture: on a page; in a host, which keeps every byte of a description twice, an attachment.
     *
     * @param attachment what it is called there
     */
    public String large(Drawing drawing, String attachment, String alternative, String caption) {
        if (this == PAGE) {
            return drawing.html(alternative, caption);
        }
        return drawing.png().isPresent()
                ? Tables.paragraph("The pictures are the attachment " + attachment + ".")
                : drawing.problem().isEmpty() ? "" : Tables.paragraph(drawing.problem());
    }

    /** What only a page has room for. */
    public String onPage(Supplier<String> content) {
        return this == PAGE ? content.get() : "";
    }

    private static String link(String text, String anchor) {
        return "<a style=\"color:" + Ink.LINK + "\" href=\"#" + anchor + "\">" + Html.escape(text) + "</a>";
    }
}
