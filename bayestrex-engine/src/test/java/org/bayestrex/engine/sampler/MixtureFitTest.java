/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Fitted proposals cover what they are fitted to, and a little more. */
class MixtureFitTest {

    private static final int POINTS = 1500;

    private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(23L);
    private final ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);

    /** 70 % about (4, 0), thin in the first direction; 30 % about (-4, 1). */
    private double[][] twoClusters() {
        double[][] points = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            points[i] = i % 10 < 7
                    ? new double[] {4 + .1 * gaussian.sample(), gaussian.sample()}
                    : new double[] {-4 + .5 * gaussian.sample(), 1 + .5 * gaussian.sample()};
        }
        return points;
    }

    @Test
    void twoClustersAreRecovered() {
        // given
        double[][] points = twoClusters();

        // when
        Proposal fitted = MixtureFit.of(points, ones(POINTS), 2, random);

        // then: draws split as the points do, beside the prior's share
        double[][] draws = new double[20_000][];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = fitted.draw(random);
        }
        double[][] right = Arrays.stream(draws).filter(z -> z[0] > 3).toArray(double[][]::new);
        double[][] left = Arrays.stream(draws).filter(z -> z[0] < -2).toArray(double[][]::new);
        assertThat(right.length / 20_000.0).isCloseTo(.92 * .7, within(.02));
        assertThat(left.length / 20_000.0).isCloseTo(.92 * .3, within(.02));
        assertThat(Arrays.stream(right).mapToDouble(z -> z[0]).average().orElseThrow())
                .isCloseTo(4, within(.02));
        assertThat(Arrays.stream(left).mapToDouble(z -> z[1]).average().orElseThrow())
                .isCloseTo(1, within(.05));
        // mostly widened by 1 + .3 / sqrt(2), a fifth by 1 + 1.8 / sqrt(2), Student with 8 degrees of freedom
        double spread = Arrays.stream(right)
                .mapToDouble(z -> (z[0] - 4) * (z[0] - 4))
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(spread)).isBetween(.13, .2);
    }

    @Test
    void thePriorsShareBoundsTheWeights() {
        Proposal fitted = MixtureFit.of(twoClusters(), ones(POINTS), 2, random);
        StandardNormal prior = new StandardNormal(2);

        for (int i = 0; i < 1000; i++) {
            double[] z = prior.draw(random);
            assertThat(prior.logDensity(z) - fitted.logDensity(z)).isLessThan(-Math.log(.08) + 1e-9);
        }
    }

    @Test
    void fewOrEqualPointsAreNoTrouble() {
        double[][] same = new double[200][];
        Arrays.fill(same, new double[] {1, 2});

        Proposal fromOne = MixtureFit.of(new double[][] {{1, 2}}, ones(1), 16, random);
        Proposal fromSame = MixtureFit.of(same, ones(200), 16, random);

        assertThat(fromOne.logDensity(new double[] {1, 2})).isFinite();
        assertThat(fromSame.logDensity(new double[] {1, 2})).isFinite();
        assertThat(fromSame.logDensity(new double[] {0, 0})).isFinite();
    }

    @Test
    void aHeavyPointMakesNoComponentOfItsOwn() {
        // given: points spread by 1, of which one at (3, 0) weighs as much as a third of them
        double[][] points = twoClusters();
        for (double[] point : points) {
            point[0] = gaussian.sample();
            point[1] = gaussian.sample();
        }
        points[0] = new double[] {3, 0};
        double[] weights = ones(POINTS);
        weights[0] = POINTS / 3.0;

        // when
        Proposal fitted = MixtureFit.of(points, weights, 4, random);

        // then: its neighbourhood is proposed, not it alone
        assertThat(fitted.logDensity(new double[] {3.5, 0})).isGreaterThan(fitted.logDensity(new double[] {3, 0}) - 2);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
