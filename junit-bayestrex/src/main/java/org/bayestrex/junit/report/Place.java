/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

/** Where a report is read, which decides how a reader gets from one part of it to another. */
enum Place {
    /** A page of its own: parts are linked. */
    PAGE,
    /** Within another one, Allure's, whose own addresses a link would disturb: parts are attachments, or can be opened. */
    HOSTED;

    /** A word, with its explanation one click away, or, in a host, under the pointer; text is escaped here. */
    String term(String text, Term term) {
        return this == PAGE
                ? link(text, term.anchor())
                : "<abbr style=\"text-decoration:underline dotted\" title=\"" + Html.escape(term.explanation()) + "\">"
                        + Html.escape(text) + "</abbr>";
    }

    /** The way to a plot: a link to it, or the name of its attachment. */
    String plot(String text, String anchor) {
        return this == PAGE ? link(text, anchor) : Html.escape(text);
    }

    /** A part that is not for everybody: open on a page, to be opened in a host. */
    String part(String id, String title, String content) {
        if (content.isEmpty()) {
            return "";
        }
        return this == PAGE ? Html.section(id, Tables.heading(title) + content) : Html.details(title, content);
    }

    private static String link(String text, String anchor) {
        return "<a style=\"color:" + Ink.LINK + "\" href=\"#" + anchor + "\">" + Html.escape(text) + "</a>";
    }
}
