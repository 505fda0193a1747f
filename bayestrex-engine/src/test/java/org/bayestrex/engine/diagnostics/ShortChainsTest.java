/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Few, short, odd and sticky chains, against values of arviz-stats: where sequences stop at their first pairs. */
class ShortChainsTest {

    @ParameterizedTest
    @CsvSource({
        ".9,  3, 7,  1.467379354,  22.59490509, 22.59490509, .06907639286, .1987006512",
        ".5,  2, 4,  1.353611165,  7.224719896, 7.224719896, .1132800844,  .1912275627",
        ".99, 5, 33, 1.526695768,  11.21761364, 9.404178289, .2954365306,  .3883090616",
        ".2,  2, 5,  .9910463447,  7.224719896, 7.224719896, .1028121325,  .2003541886",
        "-.3, 4, 10, 1.013744409,  64.08239965, 64.08239965, .03797799255, .1044323498"
    })
    void agree(
            double phi,
            int chains,
            int length,
            double rHat,
            double bulk,
            double mean,
            double errorOfMean,
            double errorOfQuartile) {
        double[][] draws = ReferenceDraws.autoregressive(phi, chains, length, 99, 10);

        assertThat(RHat.of(draws)).isEqualTo(rHat, within(1e-9));
        assertThat(EffectiveSampleSize.bulk(draws)).isEqualTo(bulk, within(1e-8));
        assertThat(EffectiveSampleSize.mean(draws)).isEqualTo(mean, within(1e-8));
        assertThat(MonteCarloError.ofMean(draws)).isEqualTo(errorOfMean, within(1e-10));
        assertThat(MonteCarloError.ofQuantile(draws, .25)).isEqualTo(errorOfQuartile, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({".99, 5, 33, 12.24294596", "-.3, 4, 10, 30.07518797", ".95, 1, 60, 21.63102934"})
    void agreeInTheTail(double phi, int chains, int length, double tail) {
        double[][] draws = ReferenceDraws.autoregressive(phi, chains, length, 99, 10);

        assertThat(EffectiveSampleSize.tail(draws)).isEqualTo(tail, within(1e-8));
    }
}
