/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A target of one's own deserves this test: a wrong gradient leads a search astray, and nothing says so. */
class HesitantTest {

    private static final double SIGMA = .05;
    private static final double STEP = 1e-6;

    @Test
    void theGradientIsTheLikelihoodsSlope() {
        // given
        double[] p = {.1, .62, .28};
        double[] gradient = new double[3];

        // when
        new Hesitant().logLikelihood(p, SIGMA, gradient);

        // then
        for (int i = 0; i < p.length; i++) {
            assertThat(gradient[i]).isCloseTo((moved(p, i, STEP) - moved(p, i, -STEP)) / (2 * STEP), within(1e-4));
        }
    }

    @Test
    void theLevelSetIsWhereTheLikelihoodIsHighest() {
        assertThat(new Hesitant().contains(new double[] {.5, .3, .2}, SIGMA)).isTrue();
        assertThat(new Hesitant().logLikelihood(new double[] {.5, .3, .2}, SIGMA, new double[3]))
                .isZero();
        assertThat(new Hesitant().contains(new double[] {.1, .62, .28}, SIGMA)).isFalse();
    }

    private static double moved(double[] p, int cls, double by) {
        double[] other = p.clone();
        other[cls] += by;
        return new Hesitant().logLikelihood(other, SIGMA, new double[3]);
    }
}
