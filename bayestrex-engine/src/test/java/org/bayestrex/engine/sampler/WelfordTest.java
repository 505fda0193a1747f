/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class WelfordTest {

    @Test
    void varianceIsShrunkTowardsASmallOne() {
        Welford welford = new Welford(2);
        for (double x : new double[] {1, 2, 3, 4, 5}) {
            welford.add(new double[] {x, 1e6 + x});
        }
        // n = 5, sample variance 2.5: (5 x 2.5 + 5 x .001) / 10
        assertThat(welford.draws()).isEqualTo(5);
        assertThat(welford.regularisedVariance()).containsExactly(new double[] {1.2505, 1.2505}, offset(1e-9));
    }

    @Test
    void constantDrawsStillGiveAPositiveVariance() {
        Welford welford = new Welford(1);
        for (int n = 0; n < 25; n++) {
            welford.add(new double[] {3});
        }
        assertThat(welford.regularisedVariance()[0]).isCloseTo(1e-3 * 5 / 30, offset(1e-15));
    }

    @Test
    void drawsOfTwoAreTheDrawsOfOne() {
        Welford whole = new Welford(1);
        Welford first = new Welford(1);
        Welford second = new Welford(1);
        for (int n = 0; n < 40; n++) {
            double[] draw = {n * n};
            whole.add(draw);
            (n < 13 ? first : second).add(draw);
        }

        first.addAll(second);
        first.addAll(new Welford(1));

        assertThat(first.draws()).isEqualTo(40);
        assertThat(first.regularisedVariance()).containsExactly(whole.regularisedVariance(), offset(1e-8));
    }
}
