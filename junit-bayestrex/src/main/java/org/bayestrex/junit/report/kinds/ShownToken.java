/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;

/**
 * A token as it stands in a line of words.
 *
 * @param text the token, with the space before it where there is one
 * @param title under the pointer
 * @param style of the token: its letters and its ground, as CSS
 * @param number below it; empty for none
 */
record ShownToken(String text, String title, String style, String number) {

    /** The token above its number, or above room for one where others of the line have theirs. */
    String html(boolean numbered) {
        String below = number.isEmpty() ? "&nbsp;" : Html.escape(number);
        return "<span title=\"" + Html.escape(title)
                + "\" style=\"display:inline-block;vertical-align:top;text-align:center\">"
                + "<span style=\"display:block;padding:1px 4px;border-radius:3px;" + style + "\">"
                + Html.escape(text.strip()) + "</span>"
                + (numbered
                        ? "<span style=\"display:block;font-size:11px;line-height:1.5;color:" + Ink.TEXT + "\">" + below
                                + "</span>"
                        : "")
                + "</span>";
    }
}
