/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bayestrex.engine.baseline.Baseline;
import org.bayestrex.engine.baseline.BaselineComparison;
import org.bayestrex.engine.baseline.ComparedDraw;
import org.bayestrex.engine.baseline.ComparedDraw.Change;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.report.choice.KMedoids;
import org.bayestrex.junit.report.page.Place;
import org.junit.jupiter.api.Test;

class BaselineSectionTest {

    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Rate STILL = new Rate(.6, .5, .7, .95, "draws of the baseline");
    private static final Rate BEFORE = new Rate(.8, .7, .9, .95, "draws of this model");

    /** Taken for slanted then, for upright now. */
    private static final ComparedDraw NEW = draw(Change.NEW, .1, List.of(.2, .05, .75), List.of(.97, .01, .02));

    private static final ComparedDraw GONE = draw(Change.GONE, .4, List.of(.98, .01, .01), List.of(.1, .3, .6));
    private static final ComparedDraw UNCHANGED =
            draw(Change.UNCHANGED, -.2, List.of(.96, .02, .02), List.of(.93, .04, .03));

    private static ComparedDraw draw(Change change, double angle, List<Double> then, List<Double> now) {
        return new ComparedDraw(change, Shown.input(angle), then, now);
    }

    private static BaselineSection section(Optional<Rate> foundThen, ComparedDraw... draws) {
        Findings findings = Bars.uprightOnes().findings();
        Baseline baseline = Baseline.of("ATest#search", findings, THEN);
        return new BaselineSection(
                new BaselineComparison(findings, baseline, STILL, foundThen, List.of(draws)), new KMedoids());
    }

    @Test
    void newGoneAndUnchangedHaveTheirPicturesWithBothAnswers() {
        // when
        String html = section(Optional.of(BEFORE), UNCHANGED, GONE, NEW).html();
        // then
        assertThat(html)
                .containsSubsequence(
                        "New: found now, not then",
                        "Of this model&#39;s findings 20 % (95 % interval 10 % to 30 %) are new.",
                        "Input. then: slanted (75.0 %); now: upright (97.0 %); stands for 100 % of these",
                        Shown.bar(.1),
                        "Gone: found then, not now",
                        "Of the baseline&#39;s findings 40 % (95 % interval 30 % to 50 %) are gone.",
                        "Input. then: upright (98.0 %); now: slanted (60.0 %)",
                        Shown.bar(.4),
                        "Unchanged: found then and now",
                        "60 % (95 % interval 50 % to 70 %) are found again.",
                        "Input. then: upright (96.0 %); now: upright (93.0 %)",
                        Shown.bar(-.2),
                        "A good release has nothing under \"new\"");
        assertThat(html.split("<img ", -1)).hasSize(4);
    }

    @Test
    void bothRatesStandSideBySideWithTheirDifference() {
        assertThat(section(Optional.of(BEFORE), NEW).html())
                .contains("Baseline slant-1.2.pt, written 2026-03-01; now slant-1.2.pt")
                .containsSubsequence("then</th>", "now</th>", "difference</th>")
                .containsSubsequence("level-set mass", "1 in 8,300", "1 in 8,300", "points (95 % interval");
    }

    @Test
    void theFirstScreenCountsWhatIsGoneAndSaysWhatIsNew() {
        assertThat(section(Optional.of(BEFORE), UNCHANGED, UNCHANGED, GONE).line(Place.PAGE))
                .contains("href=\"#baseline\"")
                .contains("1 of its 3 stored findings are gone, 2 unchanged.")
                .contains("Of this model&#39;s findings 20 % (95 % interval 10 % to 30 %) are new.");
        assertThat(section(Optional.of(BEFORE)).line(Place.HOSTED))
                .contains("it had found nothing.")
                .doesNotContain("href");
    }

    @Test
    void whatIsNewIsNotKnownWithoutTheEarlierModel() {
        // when
        BaselineSection section = section(Optional.empty(), GONE);
        // then
        assertThat(section.line(Place.PAGE)).contains("What is new is not known: the earlier model is not at hand");
        assertThat(section.html().split("<img ", -1)).hasSize(2);
    }

    @Test
    void alikeInputsShareAPicture() {
        // given: nine equal bars, and one across
        ComparedDraw[] draws = Stream.concat(
                        IntStream.range(0, 9).mapToObj(i -> draw(Change.NEW, .1, NEW.then(), NEW.now())),
                        Stream.of(draw(Change.NEW, Math.PI / 2, NEW.then(), NEW.now())))
                .toArray(ComparedDraw[]::new);
        // when
        String html = section(Optional.of(BEFORE), draws).html();
        // then
        assertThat(html).containsSubsequence("stands for 90 % of these", Shown.bar(Math.PI / 2), "stands for 10 %");
        assertThat(html.split("<img ", -1)).hasSize(3);
    }
}
