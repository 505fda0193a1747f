/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {

    @Test
    void aSectionTakesThePlaceOfItsFormerSelfAndLeavesTheOthersAlone(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("RESULTS.md");
        ResultsFile.replace(file, "first", "one\n");
        ResultsFile.replace(file, "second", "two\n");

        ResultsFile.replace(file, "first", "\nthree");

        assertThat(Files.readString(file)).isEqualTo("""
                # Results

                [README](README.md) says how to read them.

                <!-- first -->

                three

                <!-- end of first -->

                <!-- second -->

                two

                <!-- end of second -->
                """);
    }

    @Test
    void writingASectionTwiceChangesNothing() {
        String once = ResultsFile.replaced("# Results\n", "peers", "text");

        assertThat(ResultsFile.replaced(once, "peers", "text")).isEqualTo(once);
    }
}
