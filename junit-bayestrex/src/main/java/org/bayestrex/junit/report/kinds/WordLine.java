/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bayestrex.junit.report.page.Html;

/**
 * A sentence as one line, which wraps between words.
 *
 * @param tokens in their order
 */
record WordLine(List<ShownToken> tokens) {

    /** Letters of a word that is not broken; on a narrow screen more have no room. */
    private static final int LONGEST = 24;

    String html() {
        List<List<ShownToken>> words = new ArrayList<>();
        for (ShownToken token : tokens) {
            if (words.isEmpty() || token.text().startsWith(" ")) {
                words.add(new ArrayList<>());
            }
            words.get(words.size() - 1).add(token);
        }
        return Html.element(
                "p",
                "margin:4px 0 8px;font-size:16px;line-height:1.35;overflow-wrap:anywhere",
                words.stream().map(this::word).collect(Collectors.joining(" ")));
    }

    /** Pieces that touch, a full stop and the word before it too, stay on one line; where no spaces are written, they cannot. */
    private String word(List<ShownToken> pieces) {
        boolean numbered = tokens.stream().anyMatch(token -> !token.number().isEmpty());
        String shown = pieces.stream().map(token -> token.html(numbered)).collect(Collectors.joining());
        int letters = pieces.stream().mapToInt(piece -> piece.text().length()).sum();
        return pieces.size() > 1 && letters <= LONGEST
                ? "<span style=\"white-space:nowrap\">" + shown + "</span>"
                : shown;
    }
}
