/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.bayestrex.benchmarks.PriorDraws.Weighted;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.Test;

class PriorDrawsTest {

    private static final double SIGMA = .05;
    private static final int COUNT = 200_000;

    private final Target confident = HighConfidence.of(0);
    private final Weighted weighted = PriorDraws.of(new LogisticModel(), COUNT).weighted(confident, SIGMA);

    @Test
    void drawsInTheLevelSetAreAsManyAsTheNormalDistributionSays() {
        // then p >= .9 where u >= log(9) / 4, with probability 1 - Phi(.549306)
        assertThat(weighted.size()).isEqualTo(200_064);
        assertThat(weighted.hits() / (double) weighted.size())
                .isCloseTo(.291397, within(4 * Math.sqrt(.2914 * .7086 / COUNT)));
    }

    @Test
    void theMeanAgreesWithTheIntegralWithinItsStandardError() {
        double mass = 0;
        double sum = 0;
        for (double u = -8; u <= 8; u += 1e-4) {
            double shortfall = 1 / (1 + Math.exp(4 * u));
            double density = Math.exp(-.5 * u * u - .5 * shortfall * shortfall / (SIGMA * SIGMA));
            mass += density;
            sum += u * density;
        }

        assertThat(weighted.means()[0]).isCloseTo(sum / mass, within(4 * weighted.errors()[0]));
        assertThat(weighted.errors()[0]).isBetween(1e-4, 1e-2);
    }

    @Test
    void aRunOfAnotherMeanDisagreesByItsDistanceInStandardErrors() {
        assertThat(weighted.disagreement(around(weighted.means()[0]))).isLessThan(4);
        assertThat(weighted.disagreement(around(weighted.means()[0] + 1))).isGreaterThan(20);
    }

    private static MethodRun around(double mean) {
        SplittableRandom random = new SplittableRandom(5);
        double[][][] draws = new double[4][500][1];
        for (double[][] chain : draws) {
            for (double[] z : chain) {
                z[0] = mean + random.nextGaussian();
            }
        }
        return new MethodRun("NUTS", 4, 1, 1, 2, 150, 1, Double.POSITIVE_INFINITY, false, draws, new double[4][500]);
    }
}
