/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show is code that compiles: each sample stands in a source file beside this one. */
class DocumentationTest {

    private static final Pattern SAMPLE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Path SOURCES = Path.of("src/test/java/org/bayestrex/junit/docs");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model-and-distribution",
                "high-confidence",
                "failures",
                "gates",
                "ambiguous",
                "overconfidence",
                "interpolated",
                "novel-classes",
                "own-targets",
                "own-distributions",
                "sampling",
                "without-annotations",
                "test-set"
            })
    void everySampleCompiles(String page) throws IOException {
        String sources = withoutSpace(Files.readString(SOURCES.resolve("DocumentedSearches.java"))
                + Files.readString(SOURCES.resolve("WithoutAnnotationsTest.java"))
                + Files.readString(SOURCES.resolve("TestSetPage.java"))
                + Files.readString(SOURCES.resolve("OwnTargetTest.java"))
                + Files.readString(SOURCES.resolve("OwnDistributionTest.java"))
                + Files.readString(SOURCES.resolve("DocumentedWay.java")));
        String text = Files.readString(Path.of("..", "docs", page + ".md"));

        assertThat(SAMPLE.matcher(text).results().map(sample -> withoutSpace(sample.group(1))))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(sources).contains(sample));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
