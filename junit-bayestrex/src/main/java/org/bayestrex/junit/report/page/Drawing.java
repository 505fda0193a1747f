/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * A picture as PNG, or why there is none.
 *
 * @param png the picture; empty where there is nothing to draw, or it could not be drawn
 * @param problem what went wrong; empty where nothing did
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Drawing(Optional<byte[]> png, String problem) {

    /**
     * Draws. A machine without fonts, or a chart library left out by the user's build, costs the picture but
     * never the numbers.
     */
    public static Drawing of(Supplier<Optional<BufferedImage>> picture) {
        try {
            return new Drawing(picture.get().map(Png::encode), "");
        } catch (RuntimeException | LinkageError | InternalError e) {
            return new Drawing(Optional.empty(), "The picture could not be drawn (" + e + ").");
        }
    }

    /** The picture within a page, with its caption; the problem instead where there was one. */
    public String html(String alternative, String caption) {
        String picture = png.map(bytes -> Html.picture(bytes, alternative) + Tables.caption(Html.escape(caption)))
                .orElse("");
        return problem.isEmpty() ? picture : picture + Tables.paragraph(problem);
    }
}
