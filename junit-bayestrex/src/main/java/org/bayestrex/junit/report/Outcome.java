/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import org.apiguardian.api.API;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Verdict;

/** How a verdict looks: always a word and a symbol, and a colour besides. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Outcome {
    /** Every claim holds. */
    PASS("✔", "#009E73", "var(--pass-tint,#E3F4EE)", "PASS"),
    /** Some claim does not, or the test failed outside its claims. */
    FAIL("✘", "#D55E00", "var(--fail-tint,#FBE6D9)", "FAIL"),
    /** The evidence does not decide. */
    INCONCLUSIVE("?", "#E69F00", "var(--open-tint,#FDF3D9)", "INCONCLUSIVE"),
    /** No claim was made. */
    UNCHECKED("–", "#8A8A8A", "var(--none-tint,#EFEFEF)", "NOTHING CHECKED");

    private final String symbol;
    private final String colour;
    private final String tint;
    private final String word;

    Outcome(String symbol, String colour, String tint, String word) {
        this.symbol = symbol;
        this.colour = colour;
        this.tint = tint;
        this.word = word;
    }

    static Outcome of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> PASS;
            case FAIL -> FAIL;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }

    /** The outcome of a whole test: a single check that does not pass decides, and so does any other failure. */
    public static Outcome of(Judged report) {
        if (has(report, Verdict.FAIL)) {
            return FAIL;
        }
        if (has(report, Verdict.INCONCLUSIVE)) {
            return INCONCLUSIVE;
        }
        if (report.failure().isPresent()) {
            return FAIL;
        }
        return report.checks().isEmpty() ? UNCHECKED : PASS;
    }

    private static boolean has(Judged report, Verdict verdict) {
        return report.checks().stream().map(Check::verdict).anyMatch(verdict::equals);
    }

    /** Symbol and word, for a reader of plain text. */
    String text() {
        return symbol + " " + word;
    }

    /** A bar across the page: the verdict, and a sentence that is HTML already. */
    String banner(String sentence) {
        return Html.element(
                "div",
                "background:" + tint + ";border-left:8px solid " + colour + ";padding:10px 14px;margin:0 0 14px",
                Html.element("strong", "font-size:18px;margin-right:10px", text()) + sentence);
    }

    /** A small label for a table's cell. */
    String badge() {
        return Html.element(
                "span",
                "background:" + tint + ";border-left:4px solid " + colour
                        + ";padding:2px 8px;font-weight:bold;white-space:nowrap",
                text());
    }
}
