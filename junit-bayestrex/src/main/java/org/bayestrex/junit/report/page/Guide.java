/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import org.apiguardian.api.API;

/** What attached plots show, what good ones look like, and what the words mean, for a host that shows attachments without a word. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Guide {

    /** Of the attachment. */
    public static final String NAME = "How to read this: plots and words";

    private Guide() {}

    /** The way to it, at the end of a description. */
    public static String hint() {
        return Tables.paragraph(
                "What a good plot looks like, and what the words mean (R-hat, mass, interval and others), stands in the"
                        + " attachment " + NAME + ".");
    }

    /** A page of its own: captions, then the glossary. */
    public static String of(String captions) {
        return Page.of(NAME, Page.summary(Tables.heading("The attached plots") + captions + Glossary.html()));
    }

    /** What one attachment shows. */
    public static String entry(String attachment, String caption) {
        return Tables.text("<strong>" + Html.escape(attachment) + ":</strong> " + Html.escape(caption));
    }
}
