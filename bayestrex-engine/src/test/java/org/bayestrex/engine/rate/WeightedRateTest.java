/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightedRateTest {

    @Test
    void equalWeightsAreNone() {
        boolean[] events = new boolean[1000];
        Arrays.fill(events, 0, 40, true);
        double[] weights = new double[1000];
        Arrays.fill(weights, .3);

        Rate rate = WeightedRate.ofIndependent(events, weights, .95, "draws");

        assertThat(rate.estimate()).isEqualTo(.04, within(1e-12));
        assertThat(rate.lower()).isEqualTo(ClopperPearson.lower(40, 1000, .025), within(1e-9));
        assertThat(rate.upper()).isEqualTo(ClopperPearson.upper(40, 1000, .025), within(1e-9));
    }

    @Test
    void equalWeightsAreNoneInChainsEither() {
        boolean[][] events = Simulation.events(Simulation.chains(8, 300, .7, 3), .2);
        double[][] weights = new double[8][300];
        Arrays.stream(weights).forEach(chain -> Arrays.fill(chain, 4));

        Rate weighted = WeightedRate.ofChains(events, weights, 8, .95, "draws");
        Rate plain = ChainRate.of(events, "draws");

        assertThat(weighted.estimate()).isEqualTo(plain.estimate(), within(1e-12));
        assertThat(weighted.upper()).isEqualTo(plain.upper(), within(1e-9));
    }

    @Test
    void weightsOfZeroLeaveDrawsOut() {
        boolean[] events = {true, true, false, true, false, false, false, true};
        double[] weights = {1, 1, 1, 0, 0, 0, 0, 1};

        Rate rate = WeightedRate.ofIndependent(events, weights, .95, "draws");

        assertThat(rate.estimate()).isEqualTo(.75, within(1e-12));
        assertThat(rate.upper()).isEqualTo(ClopperPearson.upper(3, 4, .025), within(1e-9));
    }

    @Test
    void withoutEventsTheWeightsLimitWhatTheDrawsAreWorth() {
        double[] weights = new double[1000];
        Arrays.fill(weights, 1e-6);
        Arrays.fill(weights, 0, 10, 1);

        Rate rate = WeightedRate.ofIndependent(new boolean[1000], weights, .95, "draws");

        assertThat(rate.upper()).isEqualTo(ClopperPearson.upper(0, 10, .025), within(1e-3));
        assertThat(rate.method()).contains("1,000 weighted draws, worth 10 independent");
    }

    @Test
    void theHeaviestDrawBoundsAnEventThatNeverHappened() {
        double[] weights = new double[1000];
        Arrays.fill(weights, 1);
        weights[17] = 50;

        Rate rate = WeightedRate.ofIndependent(new boolean[1000], weights, .95, "draws");

        assertThat(rate.upper()).isGreaterThan(50 / 1049.0);
    }

    @Test
    void eventsAndTheirAbsenceAreTreatedAlike() {
        SplittableRandom random = new SplittableRandom(8);
        double[] weights = random.doubles(200).toArray();
        boolean[] events = new boolean[200];
        boolean[] others = new boolean[200];
        for (int i = 0; i < 200; i++) {
            events[i] = random.nextDouble() < .1;
            others[i] = !events[i];
        }

        Rate rate = WeightedRate.ofIndependent(events, weights, .95, "draws");
        Rate absence = WeightedRate.ofIndependent(others, weights, .95, "draws");

        assertThat(absence.lower()).isEqualTo(1 - rate.upper(), within(1e-9));
        assertThat(absence.upper()).isEqualTo(1 - rate.lower(), within(1e-9));
        assertThat(WeightedRate.ofIndependent(new boolean[] {true, true}, new double[] {1, 1}, .95, "draws")
                        .upper())
                .isEqualTo(1);
    }

    @Test
    void correctsForTheDistributionOfTheDraws() {
        // Draws uniform on (0, 1), target density 2x: P(x < 1/2) = 1/4.
        SplittableRandom random = new SplittableRandom(5);
        boolean[] events = new boolean[20_000];
        double[] weights = new double[events.length];
        for (int i = 0; i < events.length; i++) {
            double x = random.nextDouble();
            events[i] = x < .5;
            weights[i] = x;
        }

        Rate rate = WeightedRate.ofIndependent(events, weights, .95, "draws");

        assertThat(rate.lower()).isBetween(.23, .25);
        assertThat(rate.upper()).isBetween(.25, .27);
    }

    @Test
    void withoutWeightNothingIsKnown() {
        assertThat(WeightedRate.ofIndependent(new boolean[0], new double[0], .95, "draws")
                        .isUnknown())
                .isTrue();
        assertThat(WeightedRate.ofIndependent(new boolean[5], new double[5], .95, "draws")
                        .isUnknown())
                .isTrue();
        assertThat(WeightedRate.ofChains(new boolean[2][5], new double[2][5], 2, .95, "draws")
                        .isUnknown())
                .isTrue();
    }

    @Test
    void misuseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedRate.ofIndependent(new boolean[2], new double[] {1, -1}, .95, "draws"))
                .withMessageContaining("negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedRate.ofIndependent(new boolean[2], new double[3], .95, "draws"))
                .withMessageContaining("2 values")
                .withMessageContaining("3 weights");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> WeightedRate.ofIndependent(new boolean[2], new double[] {1, Double.NaN}, .95, "draws"))
                .withMessageContaining("NaN");
    }
}
