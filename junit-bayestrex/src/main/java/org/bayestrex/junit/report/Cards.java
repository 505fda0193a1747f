/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.List;
import java.util.stream.Collectors;
import org.bayestrex.engine.model.Tensor;

/** Inputs side by side, each with lines of text below; as many in a row as there is room for. */
final class Cards {

    private static final int PICTURE = 112;

    private Cards() {}

    /**
     * One input.
     *
     * @param input as the model is given it
     * @param alternative what is seen, for whoever does not see it; plain text
     * @param lines below it, HTML already
     */
    record Card(Tensor input, String alternative, List<String> lines) {

        Card {
            lines = List.copyOf(lines);
        }

        private String html(InputView view) {
            String text = lines.stream()
                    .map(line -> Html.element("div", "overflow-wrap:anywhere", line))
                    .collect(Collectors.joining());
            return Html.element(
                    "figure",
                    "margin:0;min-width:0",
                    view.look(input).html(alternative, PICTURE)
                            + Html.element("figcaption", "font-size:13px;line-height:1.35;margin-top:3px", text));
        }
    }

    /**
     * One card or more.
     *
     * @param view how the inputs are shown
     * @param ofPictures least width of a card with a picture, in pixels
     */
    static String html(List<Card> cards, InputView view, int ofPictures) {
        int width = view.width(cards.get(0).input(), ofPictures);
        return Html.element(
                "div",
                "display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(" + width
                        + "px,1fr));margin:0 0 10px",
                cards.stream().map(card -> card.html(view)).collect(Collectors.joining()));
    }
}
