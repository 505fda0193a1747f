/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** What the report's words mean, one click away from wherever they are used. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Glossary {

    public static final String ANCHOR = "glossary";

    private static final String TITLE = "Glossary: what the words mean";

    private Glossary() {}

    /** The section of a page. */
    public static String html() {
        return Place.PAGE.part(ANCHOR, TITLE, entries());
    }

    /** To be opened, where it is not for everybody. */
    public static String folded() {
        return Html.details(TITLE, entries());
    }

    private static String entries() {
        String entries = Arrays.stream(Term.values())
                .sorted(Comparator.comparing(term -> term.title().toLowerCase(Locale.ROOT)))
                .map(term -> "<dt id=\"" + term.anchor() + "\"><strong>" + Html.escape(term.title())
                        + "</strong></dt><dd>" + Html.escape(term.explanation()) + "</dd>")
                .collect(Collectors.joining());
        return Html.element("dl", "margin:0 0 14px;max-width:48em", entries);
    }
}
