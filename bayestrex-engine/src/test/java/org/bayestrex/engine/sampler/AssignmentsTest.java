/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AssignmentsTest {

    private static final double[][] FITS = {{1, 2, 3}, {.5, 4, 1}, {2, 1, 7}};

    @Test
    void theMeanIsThatOfAllOrders() {
        // 1*4*7 + 1*1*1 + 2*.5*7 + 2*1*2 + 3*.5*1 + 3*4*2, over 6
        assertThat(new Assignments(FITS).mean()).isCloseTo((28 + 1 + 7 + 4 + 1.5 + 24) / 6, within(1e-12));
    }

    @Test
    void aRoleMeetsAGroupInTheOrdersThatHaveBoth() {
        // when
        double[][] shares = new Assignments(FITS).shares();

        // then
        assertThat(shares[0][0]).isCloseTo((28 + 1) / 65.5, within(1e-12));
        assertThat(shares[1][0]).isCloseTo((7 + 1.5) / 65.5, within(1e-12));
        assertThat(shares[2][1]).isCloseTo((1 + 1.5) / 65.5, within(1e-12));
        for (int role = 0; role < 3; role++) {
            assertThat(shares[role][0] + shares[role][1] + shares[role][2]).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void withoutGroupsThereIsOneOrder() {
        assertThat(new Assignments(new double[0][0]).mean()).isEqualTo(1);
    }
}
