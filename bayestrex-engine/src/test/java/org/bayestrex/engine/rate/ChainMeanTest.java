/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChainMeanTest {

    @Test
    void hasTheMeanAndAnIntervalOfItsStandardError() {
        double[][] confidences = Simulation.confidences(Simulation.chains(16, 500, 0, 1), 1);

        Rate mean = ChainMean.of("confidences").over(confidences);

        double error = Math.sqrt(1 / 12.0 / 8000);
        assertThat(mean.estimate()).isEqualTo(.5, within(4 * error));
        assertThat(mean.upper() - mean.estimate()).isBetween(1.8 * error, 3 * error);
        assertThat(mean.method()).startsWith("8,000 confidences from 16 chains, worth");
    }

    @Test
    void chainsThatDisagreeMakeItWide() {
        double[][] stuck = new double[4][200];
        Arrays.fill(stuck[0], .9);

        Rate mean = ChainMean.of("confidences").over(stuck);

        assertThat(mean.lower()).isZero();
        assertThat(mean.upper()).isGreaterThan(.7);
    }

    @Test
    void equalDrawsAreNotCertainty() {
        double[][] equal = new double[16][100];
        Arrays.stream(equal).forEach(chain -> Arrays.fill(chain, .9));

        Rate mean = ChainMean.of("confidences").over(equal);

        assertThat(mean.estimate()).isEqualTo(.9, within(1e-12));
        assertThat(mean.lower()).isEqualTo(.9 - ClopperPearson.upper(0, 16, .025) * .9, within(1e-12));
        assertThat(mean.upper()).isEqualTo(.9 + ClopperPearson.upper(0, 16, .025) * .1, within(1e-12));
    }

    @Test
    void looksOnlyAtDrawsThatAreSelected() {
        double[][] values = Simulation.confidences(Simulation.chains(8, 400, .5, 1), 1);
        boolean[][] selected = Simulation.events(Simulation.chains(8, 400, .5, 2), .25);
        double sum = 0;
        int count = 0;
        for (int c = 0; c < 8; c++) {
            for (int t = 0; t < 400; t++) {
                sum += selected[c][t] ? values[c][t] : 0;
                count += selected[c][t] ? 1 : 0;
                values[c][t] = selected[c][t] ? values[c][t] : Double.NaN;
            }
        }

        Rate mean = ChainMean.of("findings").among(values, ones(selected), 8);

        assertThat(mean.estimate()).isEqualTo(sum / count, within(1e-12));
        assertThat(mean.lower()).isLessThan(.5);
        assertThat(mean.upper()).isGreaterThan(.5);
        assertThat(mean.method()).startsWith(count + " findings from 8 chains");
    }

    @Test
    void withoutDrawsOnlyTheRangeIsKnown() {
        Rate none = ChainMean.of("findings").in(.1, .9).among(new double[4][10], new double[4][10], 4);

        assertThat(none.estimate()).isNaN();
        assertThat(none.lower()).isEqualTo(.1);
        assertThat(none.upper()).isEqualTo(.9);
        assertThat(none.method()).isEqualTo("no findings");
        assertThat(ChainMean.of("findings").over(new double[0][]).isUnknown()).isTrue();
    }

    @Test
    void aHigherLevelIsWider() {
        double[][] confidences = Simulation.confidences(Simulation.chains(4, 200, .5, 1), 1);

        Rate usual = ChainMean.of("confidences").over(confidences);
        Rate wide = ChainMean.of("confidences").at(.99).over(confidences);

        assertThat(wide.upper()).isGreaterThan(usual.upper());
        assertThat(wide.level()).isEqualTo(.99);
    }

    @Test
    void misuseIsNamed() {
        double[][] values = new double[2][10];
        values[1][3] = Double.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainMean.of("confidences").over(values))
                .withMessageContaining("NaN");
        values[1][3] = 1.5;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainMean.of("confidences").over(values))
                .withMessageContaining("1.5, outside of [0.0, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainMean.of("confidences").in(1, 0))
                .withMessageContaining("ordered");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainMean.of("confidences").among(new double[2][3], new double[3][3], 2))
                .withMessageContaining("2 chains of values");
    }

    private static double[][] ones(boolean[][] selected) {
        double[][] weights = new double[selected.length][selected[0].length];
        for (int c = 0; c < weights.length; c++) {
            for (int t = 0; t < weights[c].length; t++) {
                weights[c][t] = selected[c][t] ? 1 : 0;
            }
        }
        return weights;
    }
}
