/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightedMeanTest {

    @Test
    void equalWeightsGiveTheOrdinaryTInterval() {
        double[] values = new SplittableRandom(3).doubles(2_000).toArray();
        double[] weights = new double[2_000];
        Arrays.fill(weights, 7);
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(y -> (y - mean) * (y - mean)).sum() / 1_999;

        Rate rate = WeightedMean.ofIndependent(values, weights, .95, "findings");

        assertThat(rate.estimate()).isEqualTo(mean, within(1e-12));
        assertThat(rate.upper() - mean).isEqualTo(1.961 * Math.sqrt(variance / 2_000), within(1e-4));
        assertThat(mean - rate.lower()).isEqualTo(rate.upper() - mean, within(1e-12));
        assertThat(rate.method()).isEqualTo("2,000 weighted findings, worth 2000 independent, t interval");
    }

    /** By hand: mean (.2 + 3 x .6) / 4 = .5; without the first draw .6, without the second .2. */
    @Test
    void theErrorIsTheJackknifes() {
        Rate rate = WeightedMean.ofIndependent(new double[] {.2, .6}, new double[] {1, 3}, .5, "findings");

        // At level .5 and one degree of freedom the t quantile is 1.
        assertThat(rate.estimate()).isEqualTo(.5, within(1e-12));
        assertThat(rate.upper() - .5).isEqualTo(Math.hypot(.1, .3), within(1e-9));
    }

    @Test
    void aDrawThatCarriesTheWeightLeavesTheRestOfTheRange() {
        double[] values = new SplittableRandom(3).doubles(100).toArray();
        double[] weights = new double[100];
        Arrays.fill(weights, 1e-12);
        weights[17] = 1;

        Rate rate = WeightedMean.ofIndependent(values, weights, .95, "findings");

        assertThat(rate.estimate()).isEqualTo(values[17], within(1e-9));
        assertThat(rate.upper() - rate.lower()).isGreaterThan(.3);
    }

    @Test
    void valuesThatAreAllEqualLeaveRoomForOthers() {
        double[] values = new double[50];
        Arrays.fill(values, .8);
        double[] weights = new double[50];
        Arrays.fill(weights, 1);
        double others = ClopperPearson.upper(0, 50, .025);

        Rate rate = WeightedMean.ofIndependent(values, weights, .95, "findings");

        assertThat(rate.estimate()).isEqualTo(.8, within(1e-12));
        assertThat(rate.lower()).isEqualTo(.8 - .8 * others, within(1e-9));
        assertThat(rate.upper()).isEqualTo(.8 + .2 * others, within(1e-9));
        assertThat(WeightedMean.ofIndependent(new double[] {.8}, new double[] {2}, .95, "findings")
                        .isKnown())
                .isFalse();
    }

    @Test
    void withoutWeightNothingIsKnown() {
        assertThat(WeightedMean.ofIndependent(new double[0], new double[0], .95, "findings")
                        .isUnknown())
                .isTrue();
        assertThat(WeightedMean.ofIndependent(new double[3], new double[3], .95, "findings")
                        .isUnknown())
                .isTrue();
    }

    @Test
    void misuseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedMean.ofIndependent(new double[] {1.5}, new double[1], .95, "findings"))
                .withMessageContaining("among the findings is outside of [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedMean.ofIndependent(new double[2], new double[3], .95, "findings"))
                .withMessageContaining("3 weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedMean.ofIndependent(new double[1], new double[] {-1}, .95, "findings"))
                .withMessageContaining("negative");
    }
}
