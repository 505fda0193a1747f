/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import org.bayestrex.junit.report.Html;
import org.bayestrex.junit.report.Ink;
import org.bayestrex.junit.report.Outcome;

/**
 * Where a test stands at the end of a run, the worst first: always a word and a symbol, and a colour besides. The colours
 * are those of {@link Outcome}, which knows only tests that were carried out.
 */
enum Standing {
    FAIL("✘", "#D55E00", "var(--fail-tint,#FBE6D9)", "FAIL"),
    BROKEN("!", "#CC79A7", "var(--broken-tint,#F7E8F0)", "NOT CARRIED OUT"),
    INCONCLUSIVE("?", "#E69F00", "var(--open-tint,#FDF3D9)", "INCONCLUSIVE"),
    UNCHECKED("–", "#8A8A8A", "var(--none-tint,#EFEFEF)", "NOTHING CHECKED"),
    SKIPPED("⤼", "#8A8A8A", "var(--none-tint,#EFEFEF)", "SKIPPED"),
    PASS("✔", "#009E73", "var(--pass-tint,#E3F4EE)", "PASS");

    private final String symbol;
    private final String colour;
    private final String tint;
    private final String word;

    Standing(String symbol, String colour, String tint, String word) {
        this.symbol = symbol;
        this.colour = colour;
        this.tint = tint;
        this.word = word;
    }

    static Standing of(Outcome outcome) {
        return switch (outcome) {
            case PASS -> PASS;
            case FAIL -> FAIL;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case UNCHECKED -> UNCHECKED;
        };
    }

    /** Whether it keeps a release from going on. */
    boolean stops() {
        return this == FAIL || this == BROKEN || this == INCONCLUSIVE;
    }

    String word() {
        return word;
    }

    String symbol() {
        return symbol;
    }

    /** Background and edge of whatever stands for it. */
    String style() {
        return "background:" + tint + ";border-left:4px solid " + colour + ";color:" + Ink.TEXT;
    }

    /** Symbol and word, for a table's cell. */
    String badge() {
        return Html.element(
                "span", style() + ";padding:2px 8px;font-weight:bold;white-space:nowrap", symbol + " " + word);
    }
}
