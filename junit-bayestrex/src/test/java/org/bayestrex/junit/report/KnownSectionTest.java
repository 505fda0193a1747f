/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bayestrex.engine.corpus.CorpusFinding;
import org.bayestrex.engine.corpus.KnownFinding;
import org.bayestrex.engine.corpus.KnownFinding.Status;
import org.bayestrex.engine.corpus.KnownFindings;
import org.bayestrex.engine.corpus.Waiver;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.junit.report.page.Place;
import org.junit.jupiter.api.Test;

class KnownSectionTest {

    private static final double[] SURE = {.97, .02, .01};
    private static final double[] UNSURE = {.3, .1, .6};
    private static final Optional<Waiver> WAIVED =
            Optional.of(new Waiver("c2", "fixed in 2.0 <soon>", LocalDate.of(2027, 1, 31)));

    private static final KnownFinding STILL = known("c1", Status.STILL_FAILS, .1, SURE, Optional.empty());
    private static final KnownFinding ACCEPTED = known("c2", Status.STILL_FAILS, -.3, SURE, WAIVED);
    private static final KnownFinding FIXED = known("c3", Status.FIXED, .5, UNSURE, Optional.empty());
    private static final KnownFinding OF_ANOTHER =
            new KnownFinding(finding("c4", .7), Status.NOT_COMPARABLE, Optional.empty(), Optional.empty());

    private static KnownFinding known(String id, Status status, double angle, double[] now, Optional<Waiver> waiver) {
        Replayed answer = new Replayed(
                Shown.input(angle), Arrays.stream(now).map(Math::log).toArray(), now);
        return new KnownFinding(finding(id, angle), status, Optional.of(answer), waiver);
    }

    private static CorpusFinding finding(String id, double angle) {
        return new CorpusFinding(
                id,
                "ATest#search",
                "confident in 0",
                Instant.parse("2026-03-01T12:00:00Z"),
                7,
                "0.1",
                new ModelIdentity("slant-1.1.pt", ""),
                new ModelIdentity("bars.pt", ""),
                3,
                100,
                .1,
                new double[] {angle, 0},
                new double[] {0, -5, -5},
                new double[] {.99, .005, .005},
                0,
                Map.of());
    }

    private static KnownSection section(KnownFinding... all) {
        return new KnownSection(
                new KnownFindings(List.of(all)), Bars.uprightOnes().findings());
    }

    @Test
    void theyStandInTheOrderOfTheirUrgencyWithPicturesAndBothAnswers() {
        // when
        String html = section(OF_ANOTHER, FIXED, ACCEPTED, STILL).html();
        // then
        assertThat(html)
                .containsSubsequence(
                        "✘ Still found",
                        "Input. then: upright (99.0 %); now: upright (97.0 %); c1, found 2026-03-01 in slant-1.1.pt",
                        Shown.bar(.1),
                        "– Waived",
                        Shown.bar(-.3),
                        "waived until 2027-01-31: fixed in 2.0 &lt;soon&gt;",
                        "✔ Gone",
                        "Input. then: upright (99.0 %); now: slanted (60.0 %)",
                        Shown.bar(.5),
                        "? Cannot be compared",
                        "c4",
                        "Good is: all of them gone.");
        assertThat(html.split("<img ", -1))
                .as("none of an input that cannot be drawn any more")
                .hasSize(4);
    }

    @Test
    void theFirstScreenCountsThem() {
        assertThat(section(STILL, ACCEPTED, FIXED, OF_ANOTHER).line(Place.PAGE))
                .contains("href=\"#known-findings\"", "of 4 kept in the repository ")
                .containsSubsequence("1 still found", "1 waived", "1 gone", "1 cannot be compared");
        assertThat(section(FIXED).line(Place.PAGE))
                .contains("of 1 kept in the repository <strong>1 gone</strong>.")
                .doesNotContain("still found");
    }

    @Test
    void ofManyTheFirstTwelveAreShownAndTheRestCounted() {
        // given
        KnownFinding[] many = IntStream.range(0, 15)
                .mapToObj(i -> known("c" + i, Status.FIXED, .1 * i, UNSURE, Optional.empty()))
                .toArray(KnownFinding[]::new);
        // when
        String html = section(many).html();
        // then
        assertThat(html).contains("And 3 more.").doesNotContain("Still found");
        assertThat(html.split("<img ", -1)).hasSize(13);
    }
}
