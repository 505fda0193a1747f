/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bayestrex.junit.report.page.Glossary;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Ink;
import org.bayestrex.junit.report.page.Tables;

/**
 * The run as one page that needs nothing else: what all tests came to, then each test's own page, folded. It runs no scripts and fetches
 * nothing.
 *
 * @param run what it shows
 * @param before the runs before it
 * @param folder the output directory, with the tests' own pages
 */
record RunPage(Run run, History before, Path folder) {

    private static final String STYLE = Ink.STYLE + "<style>body{margin:0 auto;padding:8px;max-width:1240px;background:"
            + Ink.PAPER + ";color:" + Ink.TEXT + ";"
            + "font:14px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}"
            + "a:focus-visible,summary:focus-visible{outline:3px solid #0072B2;outline-offset:2px}"
            + "summary{cursor:pointer;padding:4px 0}"
            + "details.test{border-top:1px solid " + Ink.RULE
            + "}details.test>summary{padding:8px 0;overflow-wrap:anywhere}"
            + "h1{font-size:22px;margin:8px 0 14px}h2{font-size:18px;margin:28px 0 8px}</style>";

    /** What is shown without a click, wherever it is shown. */
    static String summary(Run run, History before, Links links, String gates) {
        return Headline.html(run)
                + Attention.html(run, links)
                + VerdictMatrix.html(run, links)
                + ChangesList.html(run, before)
                + Trends.html(run, before, links)
                + gates
                + Kept.html(run, links)
                + Circumstances.html(run)
                + Glossary.folded();
    }

    /** Writes the page, test after test, so that pages of many megabytes are never in memory as a whole. */
    void write(Writer out) throws IOException {
        Links links = Links.within(run.tests());
        out.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<title>" + Html.escape(title()) + "</title>" + STYLE + "</head><body>\n<main>");
        out.write("<h1 id=\"run\">" + Html.escape(title()) + "</h1>\n");
        out.write(summary(run, before, links, gates()));
        out.write("\n<h2 id=\"tests\">Each test</h2>\n");
        out.write(Tables.paragraph(
                "A click opens a test: verdict, pictures, rates, and whether the search can be trusted."));
        for (TestFacts test : run.tests()) {
            out.write(section(test, links.anchor(test).orElseThrow()));
        }
        out.write("</main></body></html>\n");
    }

    private String title() {
        return "The run at a glance, " + Circumstances.time(run.ended());
    }

    /** The page of all gates, where this run has made one. */
    private String gates() throws IOException {
        Path page = folder.resolve("gates.html");
        if (!Files.exists(page) || Files.getLastModifiedTime(page).toInstant().isBefore(run.began())) {
            return "";
        }
        EmbeddedPage gates = EmbeddedPage.of(Files.readString(page), "gates", ".");
        return "<details><summary style=\"cursor:pointer;display:list-item\">The gates of this run, with p-values</summary>"
                + String.join("", gates.styles()) + gates.body() + "</details>";
    }

    /** The anchor is within what is folded, for a link to it unfolds it then. */
    private String section(TestFacts test, String anchor) throws IOException {
        return "<details class=\"test\"><summary>" + test.outcome().badge() + " " + Html.escape(test.key())
                + "</summary>" + "<div id=\"" + anchor + "\">" + content(test, anchor)
                + "<p><a href=\"#run\">Back to the run</a></p></div></details>\n";
    }

    private String content(TestFacts test, String anchor) throws IOException {
        Path page = folder.resolve(test.folder()).resolve("report.html");
        if (test.folder().isEmpty() || !Files.exists(page)) {
            return Tables.paragraph(test.reason().isEmpty() ? "It left no page." : test.reason());
        }
        EmbeddedPage embedded = EmbeddedPage.of(Files.readString(page), anchor, test.folder());
        return String.join("", List.copyOf(embedded.styles())) + embedded.body();
    }
}
