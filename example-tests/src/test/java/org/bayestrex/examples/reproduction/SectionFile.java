/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of sections in a fixed order, each between two comments. A section is written as soon as it is done, and the others
 * stay as they are, so that an interrupted run loses one section at most.
 *
 * @param file where to
 * @param head before the first section
 * @param names of the sections, in order
 * @param notRun stands for a section that was never run
 * @param tail after the last section
 */
record SectionFile(Path file, String head, List<String> names, String notRun, String tail) {

    SectionFile {
        names = List.copyOf(names);
    }

    /** Puts a section in place of its former self; what is in the file beside sections is made anew. */
    void replace(String name, String text) throws IOException {
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        Files.writeString(file, replaced(before, name, text), StandardCharsets.UTF_8);
    }

    String replaced(String before, String name, String text) {
        StringBuilder content = new StringBuilder(head.strip()).append("\n");
        for (String each : names) {
            String section = each.equals(name) ? text : section(before, each);
            content.append("\n")
                    .append(begin(each))
                    .append("\n\n")
                    .append(section.strip())
                    .append("\n\n")
                    .append(end(each))
                    .append("\n");
        }
        return content.append(tail).toString();
    }

    private String section(String content, String name) {
        Matcher matcher = Pattern.compile(
                        Pattern.quote(begin(name)) + "(.*?)" + Pattern.quote(end(name)), Pattern.DOTALL)
                .matcher(content);
        return matcher.find() ? matcher.group(1) : notRun.formatted(name);
    }

    private static String begin(String name) {
        return "<!-- " + name + " -->";
    }

    private static String end(String name) {
        return "<!-- end of " + name + " -->";
    }
}
