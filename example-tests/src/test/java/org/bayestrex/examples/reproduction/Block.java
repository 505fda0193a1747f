/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.util.List;

/** What a section consists of, whatever it is written as. */
sealed interface Block {

    /** Plain text; between backquotes it is code. */
    record Paragraph(String text) implements Block {}

    /** Points of plain text, one below the other. */
    record Bullets(List<String> texts) implements Block {
        public Bullets {
            texts = List.copyOf(texts);
        }
    }

    /** A table of plain text. */
    record Table(List<String> header, List<List<String>> rows) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "a row of %d cells in a table of %d columns: %s".formatted(row.size(), header.size(), row));
                }
            }
        }
    }

    /** A picture, which only the page shows. */
    record Figure(byte[] png, String caption) implements Block {}
}
