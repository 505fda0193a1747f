/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Tables as comma-separated values (RFC 4180), numbers in full precision. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Csv {

    private final StringBuilder text = new StringBuilder();

    public Csv row(Object... cells) {
        text.append(Stream.of(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String cell(Object value) {
        String cell = String.valueOf(value);
        boolean isPlain = cell.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return isPlain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
