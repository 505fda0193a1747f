/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.bayestrex.junit.report.Bars;
import org.junit.jupiter.api.Test;

class RankPlotTest {

    @Test
    void thereIsAPanelForEachChainOfTheQuantityThatAgreesLeast() {
        // given: z[1] has the largest R-hat of the fixture
        BufferedImage plot =
                RankPlot.of(Bars.uprightOnes().draws(8, 100).findings()).orElseThrow();
        // then: two rows of four
        assertThat(plot.getWidth()).isEqualTo(600);
        assertThat(plot.getHeight()).isEqualTo(240);
        assertThat(RankPlot.describe(Bars.uprightOnes().draws(8, 100).findings()))
                .startsWith("Rank plot of z[1], 8 chains: ")
                .contains(" of 96 bars lie outside the grey band, 5 would by chance");
    }

    @Test
    void thereIsNoneOfOneChainOrOfNoDraws() {
        assertThat(RankPlot.of(Bars.uprightOnes().draws(1, 100).findings())).isEmpty();
        assertThat(RankPlot.of(Bars.uprightOnes().draws(0, 0).findings())).isEmpty();
    }

    @Test
    void effectiveDrawsEndWithTheWholeSearch() {
        assertThat(EffectiveDrawsPlot.of(Bars.uprightOnes().findings())).isPresent();
        assertThat(EffectiveDrawsPlot.describe(Bars.uprightOnes().findings()))
                .containsPattern("at the end [0-9,]+ in the bulk and [0-9,]+ in the tails, of 400 draws");
        assertThat(EffectiveDrawsPlot.of(Bars.uprightOnes().draws(0, 0).findings()))
                .isEmpty();
    }
}
