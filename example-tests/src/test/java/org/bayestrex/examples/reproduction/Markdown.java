/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A section as Markdown, with columns wide enough to be read as plain text too; pictures are left out. */
final class Markdown {

    private Markdown() {}

    static String of(String title, Section section) {
        return section.blocks().stream()
                .map(Markdown::of)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n", "## " + title + "\n\n", "\n"));
    }

    private static String of(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.text();
        }
        if (block instanceof Block.Bullets bullets) {
            return bullets.texts().stream().map(text -> "- " + text).collect(Collectors.joining("\n"));
        }
        return block instanceof Block.Table table ? of(table) : "";
    }

    private static String of(Block.Table table) {
        int[] widths = IntStream.range(0, table.header().size())
                .map(column -> IntStream.concat(
                                IntStream.of(table.header().get(column).length()),
                                table.rows().stream()
                                        .mapToInt(row -> row.get(column).length()))
                        .max()
                        .orElse(0))
                .toArray();
        String rule = IntStream.of(widths)
                .mapToObj(width -> "-".repeat(width + 2))
                .collect(Collectors.joining("|", "|", "|"));
        String body = table.rows().stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
        return line(table.header(), widths) + "\n" + rule + "\n" + body;
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
