/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.kinds;

import java.awt.Color;
import java.util.Locale;
import org.apiguardian.api.API;
import org.bayestrex.engine.explain.RemovedToken;
import org.bayestrex.engine.explain.TokenRemoval;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.picture.ColourScale;
import org.bayestrex.junit.report.picture.Palette;

/**
 * A sentence with each word on ground of the maps' colours: red where the class loses without it, blue where it gains. Under the words
 * that matter most stands by how much, so that nothing hangs on colour alone.
 *
 * @param full size of a change at which the colours end, above 0
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record TintedWords(double full) {

    /** Of the maps' colours only the lighter ones are ground for black letters: contrast 8 to 1 or more. */
    static final double LIGHTEST = .4;

    /** A change of less than this share of the largest has no number: it would drown the others. */
    private static final double NUMBERED = .15;

    private static final Color LETTERS = Palette.INK;

    /** One line, which wraps between words. */
    public String html(TokenRemoval removal) {
        return new WordLine(removal.tokens().stream().map(this::shown).toList()).html();
    }

    private ShownToken shown(RemovedToken token) {
        String number = Math.abs(token.drop()) >= NUMBERED * full ? signed(token.drop()) : "";
        return new ShownToken(
                token.text(),
                title(token),
                "color:" + css(LETTERS) + ";background:" + css(ground(token.drop())),
                number);
    }

    private static String title(RemovedToken token) {
        return "without it " + Numbers.shortPercent(token.confidence()) + ", log-odds " + signed(-token.drop());
    }

    /** What the colours mean: from against the class to for it. */
    public String legend() {
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

    static String css(Color colour) {
        return String.format(Locale.ROOT, "#%06X", colour.getRGB() & 0xFFFFFF);
    }
}
