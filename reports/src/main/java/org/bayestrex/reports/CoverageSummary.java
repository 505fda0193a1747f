/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Adds up JaCoCo's table of classes to one line per module. */
final class CoverageSummary {

    private CoverageSummary() {}

    /** Prints the summary of the table at {@code arguments[0]}. */
    public static void main(String[] arguments) throws IOException {
        of(Files.readAllLines(Path.of(arguments[0]), UTF_8)).forEach(System.out::println);
    }

    static List<String> of(List<String> table) {
        List<String> columns = Arrays.asList(table.get(0).split(",", -1));
        Map<String, Share> lines = new TreeMap<>();
        Map<String, Share> branches = new TreeMap<>();
        for (String row : table.subList(1, table.size())) {
            List<String> cells = Arrays.asList(row.split(",", -1));
            String module = cells.get(columns.indexOf("GROUP")).replaceFirst("^.*/", "");
            lines.merge(module, Share.read(columns, cells, "LINE"), Share::plus);
            branches.merge(module, Share.read(columns, cells, "BRANCH"), Share::plus);
        }
        return lines.keySet().stream()
                .map(module -> String.format(
                        Locale.ROOT,
                        "Coverage of %-17s lines %s, branches %s",
                        module + ":",
                        lines.get(module),
                        branches.get(module)))
                .toList();
    }

    private record Share(long covered, long missed) {

        static Share read(List<String> columns, List<String> cells, String counter) {
            return new Share(
                    Long.parseLong(cells.get(columns.indexOf(counter + "_COVERED"))),
                    Long.parseLong(cells.get(columns.indexOf(counter + "_MISSED"))));
        }

        Share plus(Share other) {
            return new Share(covered + other.covered, missed + other.missed);
        }

        @Override
        public String toString() {
            long all = covered + missed;
            return all == 0
                    ? "none"
                    : String.format(Locale.ROOT, "%.1f%% (%d of %d)", 100.0 * covered / all, covered, all);
        }
    }
}
