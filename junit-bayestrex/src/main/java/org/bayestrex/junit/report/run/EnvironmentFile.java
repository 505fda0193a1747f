/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run was made with, as the properties that Allure shows as its environment. */
final class EnvironmentFile {

    private EnvironmentFile() {}

    static String of(Run run) {
        return values(run).entrySet().stream()
                .map(entry -> key(entry.getKey()) + "=" + escape(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, String> values(Run run) {
        Map<String, String> values = new LinkedHashMap<>(run.environment());
        values.put("Seeds", Circumstances.seeds(run));
        Circumstances.models(run.tests())
                .forEach((model, roles) -> values.put(
                        model.name(),
                        model.sha256().map(hash -> "SHA-256 " + hash).orElse("no file, or not known") + " (" + roles
                                + ")"));
        return values;
    }

    /** Allure reads ISO 8859-1; what is beyond it is written as Java's property files do. */
    private static String escape(String text) {
        return text.chars()
                .mapToObj(character -> character == '\\'
                        ? "\\\\"
                        : character < ' ' || character > '~'
                                ? "\\u%04x".formatted(character)
                                : String.valueOf((char) character))
                .collect(Collectors.joining());
    }

    private static String key(String name) {
        return escape(name)
                .replace(" ", "\\ ")
                .replace("=", "\\=")
                .replace(":", "\\:")
                .replace("#", "\\#");
    }
}
