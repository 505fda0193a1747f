/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImportanceRateTest {

    @Test
    void equalWeightsGiveNearlyTheExactInterval() {
        Rate few = rate(10, 10_000, 1, 1);
        Rate many = rate(4_000, 10_000, 1, 1);
        Rate all = rate(1_000, 1_000, 1, 1);

        assertThat(few.estimate()).isEqualTo(.001, within(1e-15));
        assertThat(few.lower()).isEqualTo(ClopperPearson.lower(10, 10_000, .025), within(1e-5));
        assertThat(few.upper()).isEqualTo(ClopperPearson.upper(10, 10_000, .025), within(1e-5));
        assertThat(many.lower()).isEqualTo(ClopperPearson.lower(4_000, 10_000, .025), within(2e-4));
        assertThat(many.upper()).isEqualTo(ClopperPearson.upper(4_000, 10_000, .025), within(2e-4));
        assertThat(all.lower()).isEqualTo(ClopperPearson.lower(1_000, 1_000, .025), within(1e-9));
        assertThat(all.upper()).isEqualTo(1);
    }

    @Test
    void scalesWithTheWeights() {
        Rate rare = rate(300, 1_000, 1e-9, 1);
        Rate common = rate(300, 1_000, 1, 1);

        assertThat(rare.lower()).isEqualTo(1e-9 * common.lower(), within(1e-17));
        assertThat(rare.upper()).isEqualTo(1e-9 * common.upper(), within(1e-17));
    }

    @Test
    void withoutAnEventTheLargestPossibleWeightBoundsTheMass() {
        Rate none = rate(0, 10_000, 1, 12.5);

        assertThat(none.estimate()).isZero();
        assertThat(none.upper()).isEqualTo(12.5 * ClopperPearson.upper(0, 10_000, .025), within(1e-12));
        assertThat(rate(0, 10, 1, 12.5).upper()).isEqualTo(1);
    }

    @Test
    void weightsOfWhichAFewDecideLeaveRoomForTheLargestPossible() {
        boolean[] events = new boolean[4_000];
        double[] weights = new double[4_000];
        SplittableRandom random = new SplittableRandom(2);
        Arrays.fill(events, true);
        Arrays.setAll(weights, i -> 1e-6 * Math.pow(1 - random.nextDouble(), -.9));

        Rate heavy = ImportanceRate.of(events, weights, 12.5, .95, "draws");

        assertThat(heavy.upper()).isGreaterThan(12.5 / 4_000);
        assertThat(heavy.lower()).isLessThan(heavy.estimate()).isPositive();
        assertThat(heavy.method()).contains("largest weight possible").contains("Pareto k");
        assertThat(ImportanceRate.of(events, weights, Double.POSITIVE_INFINITY, .95, "draws")
                        .upper())
                .isEqualTo(1);
    }

    @Test
    void drawsWithoutTheEventAreNotLookedAt() {
        double[] weights = {.5, Double.NaN, .5, -3};
        Rate rate = ImportanceRate.of(new boolean[] {true, false, true, false}, weights, 1, .95, "draws");

        assertThat(rate.estimate()).isEqualTo(.25);
        assertThat(rate.method()).contains("4 weighted draws, 2 with the event");
    }

    @Test
    void oneDrawSaysNearlyNothing() {
        Rate rate = ImportanceRate.of(new boolean[] {true}, new double[] {.4}, 1, .95, "draws");

        assertThat(rate.lower()).isLessThan(.02);
        assertThat(rate.upper()).isEqualTo(1);
    }

    @Test
    void withoutADrawNothingIsKnown() {
        assertThat(ImportanceRate.of(new boolean[0], new double[0], 1, .95, "draws")
                        .isUnknown())
                .isTrue();
    }

    @Test
    void misuseIsNamed() {
        boolean[] one = {true};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportanceRate.of(one, new double[2], 1, .95, "draws"))
                .withMessageContaining("1 draws, but 2 weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportanceRate.of(one, new double[] {13}, 12.5, .95, "draws"))
                .withMessageContaining("13.0, outside of [0, 12.5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportanceRate.of(one, new double[] {Double.NaN}, 12.5, .95, "draws"))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportanceRate.of(one, new double[] {0}, 0, .95, "draws"))
                .withMessageContaining("largest possible weight is 0");
    }

    private static Rate rate(int hits, int draws, double weight, double largest) {
        boolean[] events = new boolean[draws];
        Arrays.fill(events, 0, hits, true);
        double[] weights = new double[draws];
        Arrays.fill(weights, weight);
        return ImportanceRate.of(events, weights, largest, .95, "draws");
    }
}
