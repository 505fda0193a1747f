/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bayestrex.engine.explain.RemovedToken;
import org.bayestrex.engine.explain.TokenRemoval;

/**
 * A sentence with each word on ground of the maps' colours: red where the class loses without it, blue where it gains. Under the words
 * that matter most stands by how much, so that nothing hangs on colour alone.
 *
 * @param full size of a change at which the colours end, above 0
 */
record TintedWords(double full) {

    /** Of the maps' colours only the lighter ones are ground for black letters: contrast 8 to 1 or more. */
    static final double LIGHTEST = .4;

    /** A change of less than this share of the largest has no number: it would drown the others. */
    private static final double NUMBERED = .15;

    /** Letters of a word that is not broken; on a narrow screen more have no room. */
    private static final int LONGEST = 24;

    private static final Color LETTERS = Palette.INK;

    /** One line, which wraps between words. */
    String html(TokenRemoval removal) {
        List<List<RemovedToken>> words = new ArrayList<>();
        for (RemovedToken token : removal.tokens()) {
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
    private String word(List<RemovedToken> pieces) {
        String shown = pieces.stream().map(this::piece).collect(Collectors.joining());
        int letters = pieces.stream().mapToInt(piece -> piece.text().length()).sum();
        return pieces.size() > 1 && letters <= LONGEST
                ? "<span style=\"white-space:nowrap\">" + shown + "</span>"
                : shown;
    }

    private String piece(RemovedToken token) {
        String number = Math.abs(token.drop()) >= NUMBERED * full ? Html.escape(signed(token.drop())) : "&nbsp;";
        return "<span title=\"" + Html.escape(title(token))
                + "\" style=\"display:inline-block;vertical-align:top;text-align:center\">"
                + "<span style=\"display:block;padding:1px 4px;border-radius:3px;color:" + css(LETTERS)
                + ";background:" + css(ground(token.drop())) + "\">"
                + Html.escape(token.text().strip()) + "</span>"
                + "<span style=\"display:block;font-size:11px;line-height:1.5;color:" + Ink.TEXT + "\">" + number
                + "</span></span>";
    }

    private static String title(RemovedToken token) {
        return "without it " + Numbers.shortPercent(token.confidence()) + ", log-odds " + signed(-token.drop());
    }

    /** What the colours mean: from against the class to for it. */
    String legend() {
        StringBuilder steps = new StringBuilder();
        for (double share : new double[] {-1, -.5, 0, .5, 1}) {
            steps.append("<span style=\"padding:1px 8px;color:")
                    .append(css(LETTERS))
                    .append(";background:")
                    .append(css(ground(share * full)))
                    .append("\">")
                    .append(Html.escape(signed(share * full)))
                    .append("</span>");
        }
        return Html.element(
                "p",
                "margin:8px 0 4px;font-size:13px;line-height:1.8",
                "against the class <span style=\"white-space:nowrap\">" + steps + "</span> for the class");
    }

    private Color ground(double drop) {
        return ColourScale.colour(LIGHTEST * Math.max(-1, Math.min(1, drop / full)));
    }

    /** With its sign, a real minus where it is below 0. */
    static String signed(double value) {
        String digits = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        return digits.equals("0.0") ? "0" : (value < 0 ? "\u2212" : "+") + digits;
    }

    private static String css(Color colour) {
        return String.format(Locale.ROOT, "#%06X", colour.getRGB() & 0xFFFFFF);
    }
}
