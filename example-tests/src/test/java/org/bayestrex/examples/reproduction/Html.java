/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A section as HTML: pictures within the page, nothing fetched, every text escaped. */
final class Html {

    /** Before the sections. */
    static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>Bayes-TrEx on MNIST and Fashion-MNIST, done again</title>
            <style>
            body { margin: 0 auto; padding: 14px; max-width: 1080px; background: #FFFFFF; color: #1A1A1A;
                   font: 14px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif }
            h1 { font-size: 22px }
            h2 { font-size: 18px; margin: 34px 0 8px; border-bottom: 1px solid #D0D0D0 }
            table { border-collapse: collapse }
            th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid #D0D0D0; text-align: left; vertical-align: top }
            .wide { overflow-x: auto; margin: 0 0 14px }
            img { display: block; height: auto }
            figure { display: inline-block; margin: 8px 24px 8px 0; vertical-align: top }
            figcaption { max-width: 600px; color: #5A5A5A }
            code { background: #F2F2F2 }
            </style></head><body>
            <h1>Bayes-TrEx on MNIST and Fashion-MNIST, done again</h1>
            """;

    /** After them. */
    static final String TAIL = "</body></html>\n";

    private Html() {}

    static String of(String title, Section section) {
        return section.blocks().stream()
                .map(Html::of)
                .collect(Collectors.joining("\n", "<h2>" + escape(title) + "</h2>\n", "\n"));
    }

    /** Plain text of which what is between backquotes is code. */
    static String text(String plain) {
        return escape(plain).replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    private static String of(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return "<p>" + text(paragraph.text()) + "</p>";
        }
        if (block instanceof Block.Bullets bullets) {
            return bullets.texts().stream()
                    .map(each -> "<li>" + text(each) + "</li>")
                    .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
        }
        if (block instanceof Block.Table table) {
            return table.rows().stream()
                    .map(row -> row("td", row))
                    .collect(Collectors.joining(
                            "\n",
                            "<div class=\"wide\"><table>\n" + row("th", table.header()) + "\n",
                            "\n</table></div>"));
        }
        Block.Figure figure = (Block.Figure) block;
        return "<figure><img alt=\"%s\" src=\"data:image/png;base64,%s\"><figcaption>%s</figcaption></figure>"
                .formatted(
                        escape(figure.caption()),
                        Base64.getEncoder().encodeToString(figure.png()),
                        text(figure.caption()));
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(each -> "<" + cell + ">" + text(each) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
