/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
                Ambiguous.uniform(),
                new Interpolated(0, 1, .3));

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
    void anInterpolationIsReachedAtItsTwoConfidences() {
        Interpolated target = Interpolated.between(0, 1).at(.4);
        double[] there = logs(Math.log(.6), Math.log(.4));

        assertThat(target.distance(there, SIGMA)).isCloseTo(0, within(1e-9));
        double width = SIGMA / .24;
        double[] off = logs(logOdds(.6) + width, 0);
        assertThat(target.distance(off, SIGMA)).isCloseTo(1, within(1e-9));
        assertThat(target.at(0).distance(logs(50, 0), SIGMA)).isZero();
        assertThat(target.at(1).distance(logs(0, 50), SIGMA)).isZero();
    }

    /** Says nothing of a distance of its own. */
    private record AtMost(double limit) implements Target {

        @Override
        public String describe() {
            return "at most " + limit;
        }

        @Override
        public void requireFits(int classes) {}

        @Override
        public double logLikelihood(double[] p, double sigma, double[] gradient) {
            double excess = Math.max(0, p[0] - limit) / sigma;
            gradient[0] -= excess / sigma;
            return -.5 * excess * excess;
        }

        @Override
        public boolean contains(double[] p, double sigma) {
            return p[0] <= limit;
        }
    }

    @Test
    void aTargetThatDoesNotSayIsGivenADistanceInLogOdds() {
        // given
        AtMost target = new AtMost(.5);

        // when
        double within = target.distance(logs(-1, 0), SIGMA);
        double near = target.distance(logs(.1, 0), SIGMA);
        List<Double> far = new ArrayList<>();
        for (double logOdds : new double[] {5, 10, 20, 30, 300}) {
            far.add(target.distance(logs(logOdds, 0), SIGMA));
        }

        // then: 0 within, (l / 2)^2 / 2 near where log1p is linear, and rising like l^2 / 2 for ever
        assertThat(within).isZero();
        assertThat(near).isCloseTo(.5 * .1 * .1 / 2, within(.0013));
        assertThat(far).isSorted().allMatch(Double::isFinite);
        assertThat(far.get(4)).isCloseTo(.5 * 300 * 300, within(.05 * .5 * 300 * 300));
        assertThat(target.claimedClass()).isEmpty();
    }
}
