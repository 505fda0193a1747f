/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bayestrex.engine.model.Tensor;

/** Inputs side by side, each with lines of text below; as many in a row as there is room for. */
final class Cards {

    /** Of a picture, in pixels. */
    private static final int WIDTH = 112;

    private Cards() {}

    /**
     * One input.
     *
     * @param input the picture; a line of its values stands in where it is none
     * @param alternative what is seen, for whoever does not see it; plain text
     * @param lines below it, HTML already
     */
    record Card(Tensor input, String alternative, List<String> lines) {

        Card {
            lines = List.copyOf(lines);
        }

        private String html() {
            String text = lines.stream().map(line -> "<div>" + line + "</div>").collect(Collectors.joining());
            return Html.element("figure", "margin:0;min-width:0", picture() + "<figcaption>" + text + "</figcaption>");
        }

        private String picture() {
            Optional<byte[]> png = Picture.plainPng(input);
            return png.isEmpty()
                    ? "<code>" + Html.escape(FindingsTable.values(input)) + "</code>"
                    : "<img alt=\"" + Html.escape(alternative) + "\" src=\"" + Html.source(png.get()) + "\" width=\""
                            + WIDTH + "\" style=\"max-width:100%;height:auto;border:1px solid " + Ink.RULE
                            + (isWide() ? ";image-rendering:auto" : "") + "\">";
        }

        /** A picture that is made smaller is blended; one that is made larger shows its pixels. */
        private boolean isWide() {
            return input.shape()[input.shape().length - 1] > WIDTH;
        }
    }

    /** Cards at least so wide, in pixels. What a card inherits is said once: there are thousands of them in a report. */
    static String html(List<Card> cards, int width) {
        return Html.element(
                "div",
                "display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(" + width + "px,1fr));"
                        + "margin:0 0 10px;font-size:13px;line-height:1.35;overflow-wrap:anywhere;image-rendering:pixelated",
                cards.stream().map(Card::html).collect(Collectors.joining()));
    }
}
