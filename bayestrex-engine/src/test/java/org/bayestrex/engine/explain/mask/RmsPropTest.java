/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RmsPropTest {

    @Test
    void theFirstStepIsTenTimesTheRateWhateverTheGradient() {
        float[] values = {1, 1};

        RmsProp.plain(.01).step(values, new float[] {5, -.001f}, 1);

        assertThat(values).containsExactly(new float[] {.9f, 1.1f}, within(1e-4f));
    }

    @Test
    void centredItDividesByTheDeviation() {
        float[] values = {0};
        RmsProp centred = RmsProp.centred(.01);

        centred.step(values, new float[] {1}, 1);
        centred.step(values, new float[] {-1}, 1);

        // mean squares .01 and .0199, means .01 and -.0001
        double first = -.01 / Math.sqrt(.01 - .0001);
        assertThat(values[0]).isCloseTo((float) (first + .01 / Math.sqrt(.0199 - 1e-8)), within(1e-6f));
    }

    @Test
    void aGradientThatNeverChangesGivesStepsWithABound() {
        float[] values = {0};
        RmsProp centred = RmsProp.centred(.01);

        for (int i = 0; i < 5000; i++) {
            float before = values[0];
            centred.step(values, new float[] {1}, 1);
            assertThat(before - values[0]).isBetween(0f, .102f);
        }
    }

    @Test
    void lookaheadGoesHalfWayBackEverySixthStep() {
        float[] with = {0};
        float[] without = {0};
        RmsProp fast = RmsProp.plain(.01);
        RmsProp ahead = RmsProp.plain(.01).withLookahead();

        for (int i = 0; i < 6; i++) {
            fast.step(without, new float[] {1}, 1);
            ahead.step(with, new float[] {1}, 1);
        }

        assertThat(with[0]).isCloseTo(without[0] / 2, within(1e-6f));
    }
}
