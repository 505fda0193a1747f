/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The relaxed likelihoods, by hand (Booth et al. 2021, equations 4 and 5). */
class LogLikelihoodTest {

    private static double at(Target target, double sigma, double... probabilities) {
        return target.logLikelihood(probabilities, sigma, new double[probabilities.length]);
    }

    @Test
    void confidenceIsNormalAboutItsGoal() {
        assertThat(at(HighConfidence.of(1), .05, .1, .9)).isCloseTo(-.5 * 4, within(1e-12));
        assertThat(at(HighConfidence.of(0).withConfidence(.7), .1, .5, .5)).isCloseTo(-.5 * 4, within(1e-12));
    }

    @Test
    void twoClassesAreEqualAndHalfABoveTheOthers() {
        // |p_0 - p_1| = .1; min - max of the others = .4 - .06 = .34, short of .5 by .16
        assertThat(at(Ambiguous.between(0, 1), .05, .5, .4, .06, .04)).isCloseTo(-.5 * (4 + 3.2 * 3.2), within(1e-12));
    }

    @Test
    void threeClassesAreEqualAndAThirdAboveTheOthers() {
        // spread .1; min - max of the others = .25 - .1, short of 1/3
        double shortfall = 1.0 / 3 - .15;
        assertThat(at(Ambiguous.between(0, 1, 2), .1, .35, .25, .3, .1))
                .isCloseTo(-.5 * (1 + shortfall * shortfall / .01), within(1e-12));
    }

    @Test
    void allClassesAreEqual() {
        assertThat(at(Ambiguous.uniform(), .05, .2, .3, .5)).isCloseTo(-.5 * 36, within(1e-12));
        assertThat(at(Ambiguous.uniform(), .05, .25, .25, .25, .25)).isZero();
    }
}
