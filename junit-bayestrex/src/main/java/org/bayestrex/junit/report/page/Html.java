/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import java.util.Base64;
import org.apiguardian.api.API;

/** The little HTML that is needed: no scripts, no style sheets, nothing fetched, every text escaped. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Html {

    private Html() {}

    /** Text that means itself, in elements as well as in quoted attributes. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    /** HTML in which a number and its percent sign stay on one line. */
    public static String together(String html) {
        return html.replace(" %", "&nbsp;%");
    }

    /** An element with inline style around content that is HTML already. */
    public static String element(String name, String style, String content) {
        return "<" + name + " style=\"" + style + "\">" + content + "</" + name + ">";
    }

    /** A part of a page that can be linked to. */
    public static String section(String id, String content) {
        return "<section id=\"" + escape(id) + "\">" + content + "</section>";
    }

    /** What is opened by a click or a key; works without scripts. */
    public static String details(String title, String content) {
        return element(
                "details",
                "margin:10px 0",
                element("summary", "cursor:pointer;display:list-item;font-size:16px;font-weight:bold", escape(title))
                        + content);
    }

    /** Where a picture comes from: out of the page itself. */
    public static String source(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /**
     * A picture within the page. On a narrow screen it scrolls sideways rather than shrink until its captions
     * cannot be read.
     */
    public static String picture(byte[] png, String alternative) {
        return "<div tabindex=\"0\" role=\"group\" aria-label=\"picture, scrolls sideways\" style=\"overflow-x:auto;margin:8px 0\">"
                + "<img alt=\"" + escape(alternative) + "\" src=\"" + source(png)
                + "\" style=\"display:block;max-width:max(100%,440px);height:auto;border-radius:4px\"></div>";
    }
}
