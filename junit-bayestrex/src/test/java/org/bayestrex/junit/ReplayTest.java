/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line that repeats a test is one that a shell takes. */
class ReplayTest {

    @AfterEach
    void forget() {
        System.clearProperty("bayestrex.corpus.dir");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "src/corpus-2.1, src/corpus-2.1",
                "my corpus, 'my corpus'",
                "it's, 'it'\\''s'",
                "$HOME/a;b, '$HOME/a;b'"
            })
    void whatAShellWouldReadOtherwiseIsQuoted(String directory, String word) {
        System.setProperty("bayestrex.corpus.dir", directory);

        assertThat(Replay.ofTest("ATest#search", 7, Optional.empty()))
                .isEqualTo("mvn test -Dtest='ATest#search' -Dbayestrex.seed=7 -Dbayestrex.corpus.dir=" + word
                        + " -Dsurefire.failIfNoSpecifiedTests=false");
    }

    @Test
    void whatWasNotGivenIsNotRepeated() {
        assertThat(Replay.ofTest("ATest#search", -1, Optional.empty()))
                .isEqualTo(
                        "mvn test -Dtest='ATest#search' -Dbayestrex.seed=-1 -Dsurefire.failIfNoSpecifiedTests=false");
    }
}
