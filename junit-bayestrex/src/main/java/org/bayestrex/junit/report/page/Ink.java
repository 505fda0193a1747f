/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import org.apiguardian.api.API;

/**
 * Colours of text and rules, as values of CSS: a page of ours sets them for light and for dark; within another page, Allure's,
 * each is the light one.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Ink {

    /** What is read. */
    public static final String TEXT = "var(--text,#1A1A1A)";
    /** What explains. */
    public static final String FAINT = "var(--faint,#5A5A5A)";
    /** Behind both. */
    public static final String PAPER = "var(--paper,#FFFFFF)";
    /** Lines of tables. */
    public static final String RULE = "var(--rule,#D0D0D0)";
    /** Behind what is set apart. */
    public static final String BOX = "var(--box,#EFEFEF)";
    /** Bars of charts. */
    public static final String BAR = "var(--bar,#0072B2)";
    /** The side of a limit that passes. */
    public static final String ALLOWED = "var(--allowed,#DCEBE6)";
    /** The other side. */
    public static final String FORBIDDEN = "var(--forbidden,#F1F1F1)";
    /** Links. */
    public static final String LINK = "var(--link,#00527F)";

    /** The same names for a page of its own, which follows what its reader has set. */
    public static final String STYLE = "<style>"
            + ":root{color-scheme:light dark}"
            + "@media (prefers-color-scheme:dark){:root{--text:#ECECEC;--faint:#B4B4B4;--paper:#17191C;--rule:#4A4E54;"
            + "--box:#25282D;--bar:#56B4E9;--allowed:#1F4A3E;--forbidden:#2B2E33;--link:#8CCBF0;--pass-tint:#173A30;"
            + "--fail-tint:#472312;--open-tint:#453309;--none-tint:#2E3136;--broken-tint:#43253A}}"
            + "a:focus-visible,summary:focus-visible,div[tabindex]:focus-visible{outline:3px solid #E69F00;outline-offset:2px}"
            + "</style>";

    private Ink() {}
}
