/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.target.Interpolated;
import org.bayestrex.junit.report.Bars;
import org.bayestrex.junit.report.choice.FilmStrip;
import org.bayestrex.junit.report.picture.Palette;
import org.junit.jupiter.api.Test;

class FilmStripTest {

    private static final Interpolated WAY = Interpolated.between(0, 1);
    private static final FilmStrip EMPTY = new FilmStrip("upright", "level", 3, List.of(), Path.of("film-strip.png"));

    @Test
    void stepsStandInTheOrderOfTheWayWhicheverEndsFirst() {
        // when
        FilmStrip strip = with(with(with(EMPTY, 1), 0), .5);
        // then
        assertThat(strip.steps()).extracting(FilmStrip.Step::share).containsExactly(0.0, .5, 1.0);
        assertThat(strip.isComplete()).isTrue();
        assertThat(with(strip, .5).steps()).hasSize(3);
    }

    @Test
    void aStepShowsWhatWasAchieved() {
        // given
        Bars bars = Bars.of(WAY.at(0));
        // when
        FilmStrip.Step step = with(EMPTY, 0).steps().get(0);
        // then
        assertThat(step.found()).isTrue();
        assertThat(step.start().mean()).isCloseTo(bars.findings().meanConfidence(0), within(1e-12));
        assertThat(step.start().lower()).isLessThan(step.start().mean());
        assertThat(step.typical()).hasValueSatisfying(typical -> {
            assertThat(typical.sample().inLevelSet()).isTrue();
            assertThat(typical.start()).isEqualTo(typical.sample().confidences()[0]);
            assertThat(typical.end()).isEqualTo(typical.sample().confidences()[1]);
        });
    }

    @Test
    void whereNothingWasFoundTheNearestDrawStandsInABrokenFrame() {
        // given: bars around upright, which are never torn
        FilmStrip strip = with(EMPTY, .5);
        // then
        assertThat(strip.steps().get(0).found()).isFalse();
        assertThat(frames(strip, Palette.VERMILION.getRGB())).isTrue();
        assertThat(frames(with(EMPTY, 0), Palette.VERMILION.getRGB())).isFalse();
    }

    @Test
    void aStepThatEndedBeforeItsFirstDrawKeepsItsPlace() {
        // given
        FilmStrip strip = with(EMPTY, 0);
        Findings none = Bars.of(WAY.at(.5)).draws(0, 0).findings();
        // when
        FilmStrip more = strip.with(WAY.at(.5), none);
        // then
        assertThat(frames(strip, Palette.VERMILION.getRGB())).isFalse();
        assertThat(frames(more, Palette.VERMILION.getRGB())).isTrue();
        assertThat(FilmStripPicture.title(more))
                .isEqualTo("From upright to level, 2 of 3 steps so far, 1 without a draw");
        assertThat(FilmStripPicture.title(strip)).isEqualTo("From upright to level, 1 of 3 steps so far");
    }

    @Test
    void captionSaysHowFarItIs() {
        assertThat(FilmStripPicture.caption(with(EMPTY, 0))).contains("So far 1 of 3 steps");
        assertThat(FilmStripPicture.caption(with(with(with(EMPTY, 1), 0), .5))).doesNotContain("So far");
    }

    @Test
    void nothingIsDrawnBeforeTheFirstStep() {
        assertThat(FilmStripPicture.of(EMPTY)).isEmpty();
    }

    private static FilmStrip with(FilmStrip strip, double share) {
        return strip.with(WAY.at(share), Bars.of(WAY.at(share)).findings());
    }

    /** Whether a colour is found above the numbers, where frames are. */
    private static boolean frames(FilmStrip strip, int rgb) {
        BufferedImage picture = FilmStripPicture.of(strip).orElseThrow();
        for (int y = 30; y < 150; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (picture.getRGB(x, y) == rgb) {
                    return true;
                }
            }
        }
        return false;
    }
}
