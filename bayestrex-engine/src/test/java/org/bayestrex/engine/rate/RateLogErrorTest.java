/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateLogErrorTest {

    private static final Rate RATE = new Rate(.1, .05, .2, .95, "draws");

    @Test
    void variancesAddUpOnTheLogScale() {
        Rate wider = RATE.withLogError(.3);

        double reach = Math.hypot(Math.log(2), 1.959964 * .3);
        assertThat(wider.estimate()).isEqualTo(.1);
        assertThat(wider.lower()).isCloseTo(.1 * Math.exp(-reach), within(1e-6));
        assertThat(wider.upper()).isCloseTo(.1 * Math.exp(reach), within(1e-6));
    }

    @Test
    void aFactorThatIsKnownCostsNothing() {
        assertThat(RATE.withLogError(0)).isEqualTo(RATE);
    }

    @Test
    void aBoundStaysABound() {
        Rate wider = new Rate(0, 0, .01, .95, "none").withLogError(.1);

        assertThat(wider.lower()).isZero();
        assertThat(wider.upper()).isCloseTo(.01 * Math.exp(.1959964), within(1e-8));
    }
}
