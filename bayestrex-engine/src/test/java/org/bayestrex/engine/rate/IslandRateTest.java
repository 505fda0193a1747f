/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class IslandRateTest {

    private static final double NOTHING = Double.NEGATIVE_INFINITY;

    @Test
    void theEstimateIsTheMeanOfTheMassesAndNotOfTheirLogs() {
        Rate rate = IslandRate.of(new double[] {Math.log(.01), Math.log(.02), Math.log(.03), Math.log(.06)});

        assertThat(rate.estimate()).isEqualTo(.03, within(1e-12));
        assertThat(rate.level()).isEqualTo(.95);
        assertThat(rate.method()).contains("4 SMC islands");
    }

    @Test
    void islandsThatNearlyAgreeHaveTheOrdinaryInterval() {
        double[] logs = {-10.001, -10.002, -9.999, -10, -9.998, -10.0005, -10.0015, -9.998};
        double mean = Arrays.stream(logs).average().orElseThrow();
        double squares =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        double reach = TDistribution.of(7).inverseSurvivalProbability(.025) * Math.sqrt(squares / 7 / 8);

        Rate rate = IslandRate.of(logs);

        assertThat(Math.log(rate.lower())).isEqualTo(mean - reach, within(.01 * reach));
        assertThat(Math.log(rate.upper())).isEqualTo(mean + reach, within(.01 * reach));
    }

    /** The quantiles of mu + s^2 / 2, drawn instead of integrated. */
    @Test
    void theLogNormalMeanHasTheQuantilesThatItsDefinitionGives() {
        double[] logs = {-1, .5, 2, -.3, .1, 1.4, -.8, -1.9};
        double mean = 0;
        double deviation = Math.sqrt(Arrays.stream(logs).map(log -> log * log).sum() / 7);
        SplittableRandom random = new SplittableRandom(4);
        double[] pivots = new double[400_000];
        Arrays.setAll(pivots, i -> {
            double chiSquare = 0;
            for (int d = 0; d < 7; d++) {
                chiSquare += Math.pow(random.nextGaussian(), 2);
            }
            double variance = deviation * deviation * 7 / chiSquare;
            return mean + random.nextGaussian() * Math.sqrt(variance / 8) + variance / 2;
        });
        Arrays.sort(pivots);

        LogNormalMean quantiles = new LogNormalMean(logs);

        assertThat(quantiles.logQuantile(.025)).isEqualTo(pivots[10_000], within(.01));
        assertThat(quantiles.logQuantile(.5)).isEqualTo(pivots[200_000], within(.01));
        assertThat(quantiles.logQuantile(.975)).isEqualTo(pivots[390_000], within(.04));
    }

    @Test
    void theUpperEndAllowsForTheLargeMassesThatAreMissing() {
        Rate rate = IslandRate.of(new double[] {-20, -21, -19, -20.5, -18.9, -19.5, -21.2, -20.1});

        assertThat(Math.log(rate.upper() / rate.estimate())).isGreaterThan(Math.log(rate.estimate() / rate.lower()));
    }

    @Test
    void islandsThatFoundNothingLowerTheEstimateAndWidenTheInterval() {
        double[] found = {-10.1, -10, -9.9, -10.05, -9.95, -10.02, -9.98, -10};
        double[] half = found.clone();
        Arrays.fill(half, 4, 8, NOTHING);

        Rate rate = IslandRate.of(half);

        assertThat(rate.estimate()).isEqualTo(Arrays.stream(half).map(Math::exp).sum() / 8, within(1e-18));
        assertThat(rate.lower()).isLessThan(IslandRate.of(found).lower() / 3);
        assertThat(rate.upper()).isGreaterThan(.8 * Math.exp(-10));
        assertThat(rate.level()).isEqualTo(.95, within(1e-12));
        assertThat(rate.method()).contains("4 of 8 islands found anything");
    }

    @Test
    void oneIslandThatFoundSomethingEstimatesWithoutAnInterval() {
        Rate rate = IslandRate.of(new double[] {NOTHING, NOTHING, -5, NOTHING});

        assertThat(rate.estimate()).isEqualTo(Math.exp(-5) / 4, within(1e-15));
        assertThat(rate.lower()).isZero();
        assertThat(rate.upper()).isEqualTo(1);
    }

    @Test
    void islandsThatFoundNothingBoundNothing() {
        double[] none = new double[8];
        Arrays.fill(none, NOTHING);

        assertThat(IslandRate.of(none).isUnknown()).isTrue();
        assertThat(IslandRate.of(none).below(.5)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(IslandRate.of(none).method()).contains("none of 8 SMC islands");
        assertThat(IslandRate.of(new double[0]).isUnknown()).isTrue();
    }

    @Test
    void withoutAnySpreadNothingTellsTheError() {
        Rate rate = IslandRate.of(new double[8]);

        assertThat(rate.estimate()).isEqualTo(1);
        assertThat(rate.isKnown()).isFalse();
        assertThat(rate.lower()).isZero();
    }

    @Test
    void aMassBelowTheSmallestNumberIsNotKnownToBeZero() {
        Rate rate = IslandRate.of(new double[] {-2000, -2001, -1999, -2000.5});

        assertThat(rate.estimate()).isZero();
        assertThat(rate.isKnown()).isFalse();
    }

    @Test
    void twoIslandsThatDisagreeSayNearlyNothing() {
        Rate rate = IslandRate.of(new double[] {-10, -14});

        assertThat(rate.lower()).isPositive();
        assertThat(rate.upper()).isEqualTo(1);
    }

    @Test
    void misuseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IslandRate.of(new double[] {-1, Double.NaN}))
                .withMessageContaining("log mass of an island is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IslandRate.of(new double[] {-1, Double.POSITIVE_INFINITY}))
                .withMessageContaining("Infinity");
    }
}
