/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import org.apiguardian.api.API;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;

/**
 * What came of a test, the worst first, and how it looks: always a word and a symbol, and a colour besides. A test that was
 * carried out is not {@link #BROKEN} or {@link #SKIPPED}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Outcome {
    /** Some claim does not hold, or the test failed outside its claims. */
    FAIL("✘", "#D55E00", "var(--fail-tint,#FBE6D9)", "FAIL"),
    /** The test ended before it could be judged. */
    BROKEN("!", "#CC79A7", "var(--broken-tint,#F7E8F0)", "NOT CARRIED OUT"),
    /** The evidence does not decide. */
    INCONCLUSIVE("?", "#E69F00", "var(--open-tint,#FDF3D9)", "INCONCLUSIVE"),
    /** No claim was made. */
    UNCHECKED("–", "#8A8A8A", "var(--none-tint,#EFEFEF)", "NOTHING CHECKED"),
    /** The test was not started. */
    SKIPPED("⤼", "#8A8A8A", "var(--none-tint,#EFEFEF)", "SKIPPED"),
    /** Every claim holds. */
    PASS("✔", "#009E73", "var(--pass-tint,#E3F4EE)", "PASS");

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

    /** The outcome of a single check. */
    public static Outcome of(Verdict verdict) {
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

    /** Whether it keeps a release from going on. */
    public boolean stops() {
        return this == FAIL || this == BROKEN || this == INCONCLUSIVE;
    }

    /** One character. */
    public String symbol() {
        return symbol;
    }

    /** In capitals. */
    public String word() {
        return word;
    }

    /** Symbol and word, for a reader of plain text. */
    public String text() {
        return symbol + " " + word;
    }

    /** Background, edge and text of whatever stands for it. */
    public String style() {
        return style(4);
    }

    private String style(int edge) {
        return "background:" + tint + ";border-left:" + edge + "px solid " + colour + ";color:" + Ink.TEXT;
    }

    /** A bar across the page: the verdict, and a sentence that is HTML already. */
    String banner(String sentence) {
        return Html.element(
                "div",
                style(8) + ";padding:10px 14px;margin:0 0 14px",
                Html.element("strong", "font-size:18px;margin-right:10px", text()) + sentence);
    }

    /** A small label for a table's cell. */
    public String badge() {
        return Html.element("span", style() + ";padding:2px 8px;font-weight:bold;white-space:nowrap", text());
    }
}
