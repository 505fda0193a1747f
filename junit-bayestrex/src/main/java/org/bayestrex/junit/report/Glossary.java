/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the report's words mean, one click away from wherever they are used. */
final class Glossary {

    static final String ANCHOR = "glossary";

    private Glossary() {}

    /** The section of a page. */
    static String html() {
        String entries = Arrays.stream(Term.values())
                .sorted(Comparator.comparing(term -> term.title().toLowerCase(Locale.ROOT)))
                .map(term -> "<dt id=\"" + term.anchor() + "\" style=\"font-weight:bold;margin-top:6px\">"
                        + Html.escape(term.title()) + "</dt>"
                        + Html.element("dd", "margin:0 0 0 18px;max-width:44em", Html.escape(term.explanation())))
                .collect(Collectors.joining());
        return Place.PAGE.part(ANCHOR, "Glossary: what the words mean", Html.element("dl", "margin:0 0 14px", entries));
    }
}
