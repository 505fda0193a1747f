/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionFileTest {

    @TempDir
    private Path folder;

    @Test
    void saysOfEachSectionThatWasNotRunThatItWasNot() {
        // when
        String content = file("one", "two").replaced("", "two", "second");
        // then
        assertThat(content).isEqualTo("""
                        head

                        <!-- one -->

                        not run: one

                        <!-- end of one -->

                        <!-- two -->

                        second

                        <!-- end of two -->
                        tail""");
    }

    @Test
    void leavesTheOtherSectionsAsTheyAreAndInOrder() throws IOException {
        // given
        SectionFile file = file("one", "two");
        file.replace("two", "second, costs $2");
        file.replace("one", "first");
        // when
        file.replace("one", "first again");
        // then
        assertThat(Files.readString(file.file(), UTF_8))
                .contains("second, costs $2")
                .containsOnlyOnce("first again")
                .isEqualTo(file.replaced(Files.readString(file.file(), UTF_8), "one", "first again"));
    }

    @Test
    void findsItsSectionsWhereTheirNumberHasChanged() {
        // given
        String before = file("two").replaced("", "two", "second");
        // when
        String content = file("one", "two", "three").replaced(before, "three", "third");
        // then
        assertThat(content).containsSubsequence("not run: one", "second", "third", "tail");
    }

    private SectionFile file(String... names) {
        return new SectionFile(folder.resolve("file.md"), "head\n", List.of(names), "not run: %s", "tail");
    }
}
