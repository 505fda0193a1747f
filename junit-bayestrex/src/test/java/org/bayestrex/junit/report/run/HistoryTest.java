/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept from run to run, and what is said of it. */
class HistoryTest {

    @TempDir
    Path folder;

    @Test
    void comesBackFromDiskAsItWas() throws Exception {
        // given
        PastRun first = PastRun.of(Facts.run("first", 0, Facts.passed(0), Facts.about(1, Double.NaN, 0, .0004)));
        PastRun second = PastRun.of(Facts.run("second", 1, Facts.failed(0), Facts.ambiguous()));
        HistoryFile file = new HistoryFile(folder.resolve("kept"));
        // when
        file.add(first);
        History before = file.add(second);
        // then
        assertThat(before.runs()).containsExactly(first);
        assertThat(History.read(Files.readString(folder.resolve("kept/history.json")))
                        .runs())
                .containsExactly(first, second);
    }

    @Test
    void aRunOfTheSameJvmIsReplaced() {
        PastRun part = PastRun.of(Facts.run("one", 0, Facts.passed(0)));
        PastRun whole = PastRun.of(Facts.run("one", 0, Facts.passed(0), Facts.passed(1)));

        assertThat(History.NONE.with(part).with(whole).runs()).containsExactly(whole);
    }

    @Test
    void forgetsTheOldest() {
        History history = History.NONE;
        for (int i = 0; i <= History.MOST; i++) {
            history = history.with(PastRun.of(Facts.run("run " + i, i, Facts.passed(0))));
        }

        assertThat(history.runs()).hasSize(History.MOST).extracting(PastRun::id).doesNotContain("run 0");
    }

    @Test
    void aDamagedFileIsPutAside() throws Exception {
        // given
        Files.writeString(folder.resolve("history.json"), "{\"schemaVersion\": 1, \"runs\": [{");
        // when
        History before = new HistoryFile(folder).add(PastRun.of(Facts.run(Facts.passed(0))));
        // then
        assertThat(before).isEqualTo(History.NONE);
        assertThat(folder.resolve("history.json.damaged")).content().endsWith("[{");
        assertThat(History.read(Files.readString(folder.resolve("history.json")))
                        .runs())
                .hasSize(1);
    }

    @Test
    void saysWhatChanged() {
        // given
        String other = "f".repeat(64);
        PastRun then = PastRun.of(Facts.run("then", 0, Facts.passed(0), Facts.passed(1)));
        Run now = Facts.run("now", 1, Facts.withModel(Facts.failed(0), other), Facts.withModel(Facts.passed(2), other));
        // when
        String html = ChangesList.html(now, new History(List.of(then)));
        // then
        assertThat(html)
                .contains("What changed since the run of 2026-11-22 12:01 UTC")
                .containsSubsequence("wrongly confident in 0", "✔ PASS", "→", "✘ FAIL", "1 in 5,000 → 2 %")
                .containsSubsequence("digits.pt", "<code>0123456789ab</code> → <code>ffffffffffff</code>")
                .containsSubsequence("New", "wrongly confident in 2", "Not in this run", "wrongly confident in 1");
    }

    @Test
    void saysThatNothingChanged() {
        PastRun then = PastRun.of(Facts.run("then", 0, Facts.passed(0)));

        assertThat(ChangesList.html(Facts.run(Facts.passed(0)), new History(List.of(then))))
                .contains("Nothing: the same tests, the same verdicts, the same models.");
    }

    @Test
    void drawsEachTestThatHasAPast() {
        // given
        PastRun then = PastRun.of(Facts.run("then", 0, Facts.passed(0)));
        Run now = Facts.run("now", 1, Facts.open(0), Facts.passed(1));
        // when
        String html = Trends.html(now, new History(List.of(then)), Links.within(now.tests()));
        // then
        assertThat(html.split("<figure", -1)).hasSize(2);
        assertThat(html)
                .contains("Over the last 2 runs", Trends.CAPTION)
                .contains(
                        "alt=\"Trend over 2 runs: 0.02 % (95 % interval 0.01 % to 0.04 %) in the first, 0.1 %"
                                + " (95 % interval 0.05 % to 0.2 %) in the last, which is INCONCLUSIVE; allowed is at most 0.1 %\"");
    }

    @Test
    void aRateOfAnotherQuantityIsNoPartOfATrend() {
        PastRun then = PastRun.of(Facts.run("then", 0, Facts.ambiguous()));
        PastRun now = PastRun.of(Facts.run("now", 1, Facts.passed(0)));

        assertThat(Trend.of(Facts.ambiguous().key(), List.of(then, now))).isEmpty();
        assertThat(Trend.of(Facts.passed(0).key(), List.of(then, now))).isEmpty();
    }
}
