/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignificanceTest {

    @Test
    void allPairsOnOneSideHaveTheSmallestChanceThereIs() {
        double[] differences = {.1, .2, .3, .1, .2, .3, .1, .2, .3, .1};

        assertThat(Significance.ofPairs(differences).pValue()).isEqualTo(2.0 / 1024);
    }

    @Test
    void countsTheFlipsThatAreAsExtreme() {
        // sums of +-1 +-2 +-4: 8 of them, as large as |1 + 2 - 4| all
        assertThat(Significance.ofPairs(new double[] {1, 2, -4}).pValue()).isEqualTo(1);
        // |1 - 2 + 4| = 3: +-7, +-5, +-3 of +-7, +-5, +-3, +-1
        assertThat(Significance.ofPairs(new double[] {1, -2, 4}).pValue()).isEqualTo(6.0 / 8);
    }

    @Test
    void randomFlipsComeCloseToAllOfThem() {
        SplittableRandom random = new SplittableRandom(1);
        double[] sixteen = random.doubles(16, -.5, 1).toArray();
        double[] seventeen = Arrays.copyOf(sixteen, 17); // one more pair that does not differ changes nothing

        assertThat(Significance.ofPairs(seventeen).pValue())
                .isCloseTo(Significance.ofPairs(sixteen).pValue(), within(.005));
    }

    @Test
    void equalSharesHaveNoSignificance() {
        assertThat(Significance.ofShares(10, 10, 10, 10).pValue()).isEqualTo(1);
        assertThat(Significance.ofShares(5, 10, 50, 100).pValue()).isEqualTo(1);
        assertThat(Significance.ofPairs(new double[0]).pValue()).isNaN();
    }

    @Test
    void saysWhatItIs() {
        assertThat(Significance.ofPairs(new double[] {1, 2})).hasToString("p = 0.5 (sign-flip test of 2 pairs)");
        assertThat(Significance.ofShares(80, 100, 20, 100).isSignificant()).isTrue();
    }
}
