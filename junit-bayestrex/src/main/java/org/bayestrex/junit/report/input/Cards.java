/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.input;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.junit.report.page.Html;

/** Inputs side by side, each with lines of text below; as many in a row as there is room for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Cards {

    /** Of a picture, in pixels. */
    private static final int PICTURE = 112;

    private Cards() {}

    /**
     * One input.
     *
     * @param input as the model is given it
     * @param alternative what is seen, for whoever does not see it; plain text
     * @param lines below it, HTML already
     */
    public record Card(Tensor input, String alternative, List<String> lines) {

        public Card {
            lines = List.copyOf(lines);
        }

        private String html(InputView view) {
            String text = lines.stream().map(line -> "<div>" + line + "</div>").collect(Collectors.joining());
            return Html.element(
                    "figure",
                    "margin:0;min-width:0",
                    view.look(input).html(alternative, PICTURE) + "<figcaption>" + text + "</figcaption>");
        }
    }

    /**
     * One card or more. What a card inherits is said once: there are thousands of them in a report.
     *
     * @param view how the inputs are shown
     * @param ofPictures least width of a card with a picture, in pixels
     */
    public static String html(List<Card> cards, InputView view, int ofPictures) {
        int width = view.width(cards.get(0).input(), ofPictures);
        return Html.element(
                "div",
                "display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(" + width
                        + "px,1fr));margin:0 0 10px;font-size:13px;line-height:1.35;overflow-wrap:anywhere;image-rendering:pixelated",
                cards.stream().map(card -> card.html(view)).collect(Collectors.joining()));
    }
}
