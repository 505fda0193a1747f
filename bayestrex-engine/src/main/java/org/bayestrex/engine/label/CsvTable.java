/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as spreadsheets write it (RFC 4180): a header, then rows of as many cells; quotes around cells that hold a
 * separator, a quote (doubled) or the end of a line. Separated by commas, or by semicolons where the header has no comma.
 *
 * @param header names of the columns
 * @param rows what follows
 */
record CsvTable(List<String> header, List<Row> rows) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * A row.
     *
     * @param line of its beginning in the file, from 1
     */
    record Row(int line, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    static CsvTable parse(String text) {
        String content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        String first = content.lines().findFirst().orElse("");
        List<Row> rows = rows(content, first.indexOf(',') < 0 ? ';' : ',');
        rows.removeIf(Row::isBlank);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("it is empty");
        }
        List<String> header = rows.remove(0).cells().stream().map(String::strip).toList();
        for (Row row : rows) {
            if (row.cells().size() != header.size()) {
                throw new IllegalArgumentException("line %d has %d cells, but the header has %d"
                        .formatted(row.line(), row.cells().size(), header.size()));
            }
        }
        return new CsvTable(header, rows);
    }

    /** The number of a column. */
    int column(String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("it has no column \"" + name + "\", but " + header);
    }

    private static List<Row> rows(String text, char separator) {
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int began = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.length() == 0)) {
                quoted = !quoted;
            } else if (quoted || (c != separator && c != '\n' && c != '\r')) {
                cell.append(c);
            } else if (c != '\r') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(new Row(began, List.copyOf(cells)));
                    cells.clear();
                    began = line;
                }
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("the quote that begins in the row of line " + began + " has no end");
        }
        cells.add(cell.toString());
        rows.add(new Row(began, List.copyOf(cells)));
        return rows;
    }
}
