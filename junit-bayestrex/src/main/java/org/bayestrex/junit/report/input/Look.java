/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.input;

import org.apiguardian.api.API;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;

/** An input as people are shown it: a picture, a sentence, or, where it is neither, its first values. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface Look {

    /**
     * A picture.
     *
     * @param png pixel by pixel
     * @param pixels in a row of it
     */
    record Seen(byte[] png, int pixels) implements Look {

        @Override
        public String html(String alternative, int width) {
            // One that is made smaller is blended; one that is made larger shows its pixels.
            return "<img alt=\"" + Html.escape(alternative) + "\" src=\"" + Html.source(png) + "\" width=\"" + width
                    + "\" style=\"max-width:100%;height:auto;border:1px solid " + Ink.RULE
                    + (pixels > width ? ";image-rendering:auto" : "") + "\">";
        }
    }

    /**
     * A sentence. Who cannot see reads it like anybody else, so that it needs no other text.
     *
     * @param sentence plain text, whatever is in it
     */
    record Read(String sentence) implements Look {

        @Override
        public String html(String alternative, int width) {
            return Html.element(
                    "blockquote",
                    "margin:0;padding:6px 10px;border-left:3px solid " + Ink.BAR + ";background:" + Ink.BOX
                            + ";overflow-wrap:anywhere",
                    Html.escape(sentence));
        }
    }

    /**
     * Numbers.
     *
     * @param values the first of them
     */
    record Listed(String values) implements Look {

        @Override
        public String html(String alternative, int width) {
            return Html.element("code", "font-size:12px;overflow-wrap:anywhere", Html.escape(values));
        }
    }

    /**
     * HTML of the input alone.
     *
     * @param alternative what is seen, for whoever does not see it; plain text
     * @param width of a picture, in pixels
     */
    String html(String alternative, int width);
}
