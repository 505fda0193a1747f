/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.junit.report.chart.ClaimedClasses;
import org.bayestrex.junit.report.chart.ConfidenceChart;
import org.bayestrex.junit.report.chart.TracePlot;
import org.bayestrex.junit.report.choice.Quantiles;
import org.bayestrex.junit.report.picture.Palette;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartsTest {

    @Test
    void standOutInBlueWhereConfidenceWasLookedFor() {
        // given
        Findings findings = Bars.uprightOnes().findings();
        // when
        BufferedImage chart = ConfidenceChart.of(findings).orElseThrow();
        // then
        assertThat(count(chart.getSubimage(0, 0, 220, 270), Palette.BLUE.getRGB()))
                .isPositive();
        assertThat(count(chart.getSubimage(250, 0, 350, 270), Palette.BLUE.getRGB()))
                .isZero();
        assertThat(count(chart.getSubimage(250, 0, 350, 270), Palette.GREY.getRGB()))
                .isPositive();
    }

    @Test
    void sayWhatAGoodOneLooksLike() {
        assertThat(ConfidenceChart.caption(Bars.uprightOnes().findings())).contains("(blue) short");
        assertThat(ConfidenceChart.caption(Bars.of(Ambiguous.between(0, 2)).findings()))
                .contains("near 50 %");
        assertThat(ConfidenceChart.caption(Bars.of(Ambiguous.uniform()).findings()))
                .contains("all classes level");
    }

    @Test
    void knowTheClassesOfATarget() {
        assertThat(ClaimedClasses.of(Ambiguous.between(2, 0), 3)).containsExactlyInAnyOrder(0, 2);
        assertThat(ClaimedClasses.of(Ambiguous.uniform(), 3)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(ClaimedClasses.of(Bars.uprightOnes().findings().target(), 3)).containsExactly(0);
    }

    @Test
    void traceTheDensityAndEachLatent() {
        // given
        Findings findings = Bars.uprightOnes().findings();
        // when
        BufferedImage plot = TracePlot.of(findings).orElseThrow();
        // then
        assertThat(plot.getHeight()).isEqualTo(3 * 200);
        assertThat(Palette.LINES.subList(0, 4)).allMatch(colour -> count(plot, colour.getRGB()) > 0);
    }

    @Test
    void traceNoMoreDrawsThanThereIsRoomFor() {
        assertThat(TracePlot.step(30)).isEqualTo(1);
        assertThat(TracePlot.step(200)).isEqualTo(1);
        assertThat(TracePlot.step(201)).isEqualTo(2);
        assertThat(TracePlot.step(800)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"2, ", "10, ", "10, a rather long name of class ", "20, ", "100, "})
    @Timeout(20)
    void nameAnyNumberOfClasses(int classes, @Nullable String name) {
        // given
        List<String> labels = IntStream.range(0, classes)
                .mapToObj(cls -> (name == null ? "" : name + " ") + cls)
                .toList();
        Findings findings = Bars.uprightOnes().labelled(labels).findings();
        // when
        BufferedImage chart = ConfidenceChart.of(findings).orElseThrow();
        // then
        int below = chart.getHeight() - 270;
        assertThat(count(chart.getSubimage(0, 270, 600, below), Palette.BLUE.getRGB()))
                .isPositive();
    }

    @Test
    void areLeftOutWithoutDraws() {
        // given
        Findings none = Bars.uprightOnes().draws(0, 0).findings();
        // then
        assertThat(ConfidenceChart.of(none)).isEmpty();
        assertThat(TracePlot.of(none)).isEmpty();
    }

    @Test
    void drawQuantiles() {
        // given
        Quantiles quantiles = new Quantiles(new double[] {4, 1, 3, 2});
        // then
        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.at(.5)).isEqualTo(2.5);
        assertThat(quantiles.at(1)).isEqualTo(4);
    }

    private static long count(BufferedImage image, int colour) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == colour)
                .count();
    }
}
