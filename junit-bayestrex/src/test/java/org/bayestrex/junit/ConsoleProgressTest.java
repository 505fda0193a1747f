/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bayestrex.engine.search.Progress;
import org.bayestrex.engine.search.Progress.Phase;
import org.junit.jupiter.api.Test;

/** What the console shows of a search, and when. */
class ConsoleProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Duration now = Duration.ZERO;

    @Test
    void shortSearchesShowNothing() {
        ConsoleProgress progress = console(false);

        at(progress, 0, Phase.PILOT, 0);
        at(progress, 9, Phase.SAMPLING, 90);
        at(progress, 9, Phase.SUMMARY, 100);
        at(progress, 12, Phase.PILOT, 0);

        assertThat(printed()).isEmpty();
    }

    @Test
    void aPlainLineEveryTenSeconds() {
        ConsoleProgress progress = console(false);

        at(progress, 5, Phase.SAMPLING, 0);
        at(progress, 10, Phase.SAMPLING, 10);
        at(progress, 15, Phase.SAMPLING, 20);
        at(progress, 25, Phase.SAMPLING, 40);

        assertThat(printed().lines())
                .containsExactly(
                        "bayestrex:  10 % of sampling after 0:10, about 0:45 of it left: confident in 2",
                        "bayestrex:  40 % of sampling after 0:25, about 0:30 of it left: confident in 2");
    }

    @Test
    void oneLineOfATerminalIsRewrittenAndCleared() {
        ConsoleProgress progress = console(true);

        at(progress, 0, Phase.WARM_UP, 0);
        at(progress, 2, Phase.WARM_UP, 50);
        at(progress, 3, Phase.SUMMARY, 100);

        assertThat(printed())
                .startsWith("\r" + "bayestrex:  50 % of warm-up after 0:02, about 0:02 of it left: confident in 2 ")
                .doesNotContain("\n")
                .endsWith(" \r");
    }

    private ConsoleProgress console(boolean terminal) {
        return new ConsoleProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, () -> now.toNanos());
    }

    private void at(ConsoleProgress progress, int seconds, Phase phase, long done) {
        now = Duration.ofSeconds(seconds);
        progress.onProgress(new Progress("confident in 2", phase, done, 100, now));
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
