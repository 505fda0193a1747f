/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of results in sections, each written by another run and left alone by the others. */
final class ResultsFile {

    private static final String HEAD = "# Results\n\n[README](README.md) says how to read them.\n";

    private ResultsFile() {}

    /**
     * Puts a section in place of its former self, or at the end.
     *
     * @param name of the section, in the comments around it
     * @param text Markdown
     */
    static void replace(Path file, String name, String text) throws IOException {
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : HEAD;
        Files.writeString(file, replaced(before, name, text), StandardCharsets.UTF_8);
    }

    static String replaced(String content, String name, String text) {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->\n";
        String section = begin + "\n" + text.strip() + "\n\n" + end;
        int from = content.indexOf(begin);
        int to = content.indexOf(end);
        return from < 0 || to < from
                ? content.stripTrailing() + "\n\n" + section
                : content.substring(0, from) + section + content.substring(to + end.length());
    }
}
