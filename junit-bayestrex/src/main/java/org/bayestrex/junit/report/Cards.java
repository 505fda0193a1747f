/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bayestrex.engine.model.Tensor;

/** Inputs side by side, each with lines of text below; as many in a row as there is room for. */
final class Cards {

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

        private String html(int width) {
            String text = lines.stream()
                    .map(line -> Html.element("div", "overflow-wrap:anywhere", line))
                    .collect(Collectors.joining());
            return Html.element(
                    "figure",
                    "margin:0;min-width:0",
                    picture(width)
                            + Html.element("figcaption", "font-size:13px;line-height:1.35;margin-top:3px", text));
        }

        private String picture(int width) {
            Optional<byte[]> png = Picture.png(input);
            return png.isEmpty()
                    ? Html.element(
                            "code", "font-size:12px;overflow-wrap:anywhere", Html.escape(FindingsTable.values(input)))
                    : "<img alt=\"" + Html.escape(alternative) + "\" src=\"" + Html.source(png.get())
                            + "\" style=\"display:block;width:" + width
                            + "px;max-width:100%;height:auto;box-sizing:border-box;"
                            + "image-rendering:pixelated;border:1px solid " + Ink.RULE + "\">";
        }
    }

    /** Cards at least so wide, in pixels. */
    static String html(List<Card> cards, int width) {
        return Html.element(
                "div",
                "display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(" + width
                        + "px,1fr));margin:0 0 10px",
                cards.stream().map(card -> card.html(112)).collect(Collectors.joining()));
    }
}
