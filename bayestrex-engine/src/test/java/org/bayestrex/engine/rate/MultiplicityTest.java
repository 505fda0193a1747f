/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Holm's and Benjamini and Hochberg's adjusted p-values, against answers by hand and against their promise. */
class MultiplicityTest {

    private static final double[] RAW = {.04, .01, .03, .005};

    @Test
    void holmStepsDown() {
        // .005 x 4, .01 x 3, .03 x 2, and .04 x 1 raised to the one before
        assertThat(Multiplicity.HOLM.adjusted(RAW)).containsExactly(new double[] {.06, .03, .06, .02}, within(1e-12));
    }

    @Test
    void benjaminiAndHochbergStepUp() {
        // .04 x 4/4, .01 x 4/2, .03 x 4/3 which is .04, .005 x 4
        assertThat(Multiplicity.BENJAMINI_HOCHBERG.adjusted(RAW))
                .containsExactly(new double[] {.04, .02, .04, .02}, within(1e-12));
    }

    @Test
    void noneLeavesThemAlone() {
        assertThat(Multiplicity.NONE.adjusted(RAW)).containsExactly(RAW);
        assertThat(Multiplicity.HOLM.adjusted(new double[0])).isEmpty();
    }

    @Test
    void nothingIsAdjustedBeyondOne() {
        assertThat(Multiplicity.HOLM.adjusted(new double[] {.8, .9})).containsExactly(1, 1);
        assertThat(Multiplicity.BENJAMINI_HOCHBERG.adjusted(new double[] {.8, .9}))
                .containsExactly(.9, .9);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> Multiplicity.HOLM.adjusted(new double[] {Double.NaN}))
                .hasMessageContaining("in [0, 1]");
    }

    @Test
    void tenTrueHypothesesAreSeldomRejectedByHolmAndOftenWithoutIt() {
        // given: p-values that are uniform, as those of true hypotheses are
        SplittableRandom random = new SplittableRandom(3);
        int runs = 20_000;
        int raw = 0;
        int holm = 0;

        // when
        for (int run = 0; run < runs; run++) {
            double[] p = random.doubles(10).toArray();
            raw += Arrays.stream(p).anyMatch(each -> each <= .05) ? 1 : 0;
            holm += Arrays.stream(Multiplicity.HOLM.adjusted(p)).anyMatch(each -> each <= .05) ? 1 : 0;
        }

        // then: 1 - .95^10 = .401, and 1 - .995^10 = .0489
        assertThat(raw / (double) runs).isCloseTo(.401, within(.015));
        assertThat(holm / (double) runs).isCloseTo(.0489, within(.006));
    }
}
