/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Leaves the reports of 200 tests with 24,000 draws in {@code target/many-checks}, for the browser's tests to open. */
@Tag("browser")
@ResourceLock("Allure's lifecycle")
class ManyChecksTest {

    private static final long MOST_BYTES = 60_000_000;

    @Test
    void aPageOfTwoHundredTestsIsBelowSixtyMegabytes() throws Exception {
        // given
        Path folder = Path.of("target", "many-checks");
        forget(folder.resolve("allure-results"));
        // when
        Launched.in(folder).run(ManyChecks.ALL);
        // then
        Path page = folder.resolve("bayestrex/overview.html");
        assertThat(Files.size(page)).as("bytes of %s", page).isLessThan(MOST_BYTES);
        assertThat(page).content().contains(ManyChecks.TESTS + " tests");
    }

    /** Results have random names: a second run would count the first one again. */
    private static void forget(Path results) throws IOException {
        if (Files.exists(results)) {
            try (Stream<Path> files = Files.list(results)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
