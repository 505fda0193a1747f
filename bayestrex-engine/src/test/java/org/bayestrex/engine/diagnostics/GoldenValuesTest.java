/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values printed by ArviZ for {@link ReferenceDraws}, to the last printed digit. */
class GoldenValuesTest {

    @Test
    void agreesOnChainsThatMix() {
        double[][] draws = ReferenceDraws.mixing();

        assertThat(RHat.of(draws)).isEqualTo(1.014642586704, within(1e-12));
        assertThat(RHat.bulk(draws)).isEqualTo(1.014642586704, within(1e-12));
        assertThat(RHat.folded(draws)).isEqualTo(.998974303262, within(1e-12));
        assertThat(EffectiveSampleSize.bulk(draws)).isEqualTo(326.574362563, within(1e-9));
        assertThat(EffectiveSampleSize.mean(draws)).isEqualTo(341.132764569, within(1e-9));
        assertThat(EffectiveSampleSize.tail(draws)).isEqualTo(566.910475755, within(1e-9));
        assertThat(MonteCarloError.ofMean(draws)).isEqualTo(1.822390571993e-2, within(1e-14));
        assertThat(Bfmi.ofEach(draws)[0]).isEqualTo(1.091668228155, within(1e-12));
    }

    @Test
    void agreesOnOneChainThatIsElsewhere() {
        double[][] draws = ReferenceDraws.mixing();
        for (int t = 0; t < draws[3].length; t++) {
            draws[3][t] += .4;
        }

        assertThat(RHat.of(draws)).isEqualTo(1.199721066236, within(1e-12));
        assertThat(EffectiveSampleSize.bulk(draws)).isEqualTo(16.086695725, within(1e-9));
    }

    @Test
    void agreesOnAnIndicator() {
        double[][] indicator = ReferenceDraws.mixing();
        for (double[] chain : indicator) {
            for (int t = 0; t < chain.length; t++) {
                chain[t] = chain[t] > .3 ? 1 : 0;
            }
        }

        assertThat(Moments.mean(Moments.means(indicator))).isEqualTo(.208, within(1e-12));
        assertThat(EffectiveSampleSize.mean(indicator)).isEqualTo(566.897535022, within(1e-9));
        assertThat(MonteCarloError.ofMean(indicator)).isEqualTo(.01705529477, within(1e-11));
    }

    @Test
    void agreesOnAntitheticChainsOfOddLength() {
        double[][] draws = ReferenceDraws.autoregressive(-.6, 2, 101, 7, 1);

        assertThat(EffectiveSampleSize.bulk(draws)).isEqualTo(460.205999133, within(1e-9));
    }
}
