/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

/** What attached plots show, what good ones look like, and what the words mean, for a host that shows attachments without a word. */
final class Guide {

    /** Of the attachment. */
    static final String NAME = "How to read this: plots and words";

    private Guide() {}

    /** The way to it, at the end of a description. */
    static String hint() {
        return Tables.paragraph(
                "What a good plot looks like, and what the words mean (R-hat, mass, interval and others), stands in the"
                        + " attachment " + NAME + ".");
    }

    /** A page of its own: captions, then the glossary. */
    static String of(String captions) {
        return Page.of(NAME, Page.summary(Tables.heading("The attached plots") + captions + Glossary.html()));
    }

    /** What one attachment shows. */
    static String entry(String attachment, String caption) {
        return Tables.text("<strong>" + Html.escape(attachment) + ":</strong> " + Html.escape(caption));
    }
}
