/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The distance is zero at the goal and grows for ever outside, where probabilities have long saturated. */
class DistanceTest {

    private static final double SIGMA = .05;

    private static double[] logs(double... logits) {
        double highest = Arrays.stream(logits).max().orElseThrow();
        double sum = highest
                + Math.log(Arrays.stream(logits).map(l -> Math.exp(l - highest)).sum());
        return Arrays.stream(logits).map(l -> l - sum).toArray();
    }

    private static double logOdds(double p) {
        return Math.log(p / (1 - p));
    }

    @Test
    void fullConfidenceIsReachedFromOneSigmaOn() {
        HighConfidence target = HighConfidence.of(0);

        assertThat(target.distance(logs(logOdds(.951), 0), SIGMA)).isZero();
        assertThat(target.distance(logs(50, 0), SIGMA)).isZero();
        assertThat(target.distance(logs(logOdds(.95) - 3, 0), SIGMA)).isCloseTo(4.5, within(1e-9));
    }

    @Test
    void anotherConfidenceIsReachedAtItself() {
        HighConfidence target = HighConfidence.of(0).withConfidence(.7);
        double width = SIGMA / (.7 * .3);

        assertThat(target.distance(logs(logOdds(.7), 0), SIGMA)).isCloseTo(0, within(1e-9));
        assertThat(target.distance(logs(logOdds(.7) + 2 * width, 0), SIGMA)).isCloseTo(2, within(1e-9));
        assertThat(target.distance(logs(logOdds(.7) - 2 * width, 0), SIGMA)).isCloseTo(2, within(1e-9));
    }

    @Test
    void anAmbiguousPairIsReachedWhereItIsEvenAndHoldsNearlyEverything() {
        Ambiguous target = Ambiguous.between(0, 1);

        assertThat(target.distance(logs(5, 5, 0), SIGMA)).isZero();
        assertThat(target.distance(logs(5, 5, 4), SIGMA)).isPositive();
        // (l_0 - l_1)^2 / (2 (sigma / .25)^2)
        assertThat(target.distance(logs(9, 8, 0), SIGMA)).isCloseTo(1 / (2 * .2 * .2), within(1e-9));
    }

    @Test
    void allClassesAreReachedWhereTheyAreEven() {
        assertThat(Ambiguous.uniform().distance(logs(1, 1, 1, 1), SIGMA)).isCloseTo(0, within(1e-20));
        assertThat(Ambiguous.uniform().distance(logs(1, 1, 1, 2), SIGMA)).isPositive();
    }

    @Test
    void itGrowsWhereProbabilitiesHaveLongSaturated() {
        List<Target> targets = List.of(
                HighConfidence.of(0),
                HighConfidence.of(0).withConfidence(.3),
                Ambiguous.between(0, 1),
                Ambiguous.between(0, 1, 2),
                Ambiguous.uniform());

        for (Target target : targets) {
            List<Double> distances = new ArrayList<>();
            for (double far : new double[] {5, 20, 40, 100, 1000}) {
                distances.add(target.distance(logs(0, 0, 0, far), SIGMA));
            }
            assertThat(distances).as("%s", target).isSortedAccordingTo(Comparator.naturalOrder());
            assertThat(distances).as("%s", target).doesNotHaveDuplicates().allMatch(Double::isFinite);
        }
    }

    @Test
    void itIsMinusTheLogLikelihoodWhereATargetDoesNotSay() {
        // given
        Target plain = new Target() {
            @Override
            public String describe() {
                return "plain";
            }

            @Override
            public void requireFits(int classes) {}

            @Override
            public double logLikelihood(double[] p, double sigma, double[] gradient) {
                return -p[0] / sigma;
            }

            @Override
            public boolean contains(double[] p, double sigma) {
                return p[0] < sigma;
            }
        };

        // when
        double distance =
                plain.distance(DoubleStream.of(.25, .75).map(Math::log).toArray(), .5);

        // then
        assertThat(distance).isCloseTo(.5, within(1e-12));
        assertThat(plain.claimedClass()).isEmpty();
    }
}
