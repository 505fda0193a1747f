/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UndefinedDiagnosticsTest {

    static Stream<ToDoubleFunction<double[][]>> diagnostics() {
        return Stream.of(
                RHat::of,
                RHat::bulk,
                RHat::folded,
                EffectiveSampleSize::bulk,
                EffectiveSampleSize::tail,
                EffectiveSampleSize::mean,
                draws -> EffectiveSampleSize.quantile(draws, .5),
                MonteCarloError::ofMean,
                draws -> MonteCarloError.ofQuantile(draws, .5),
                draws -> Bfmi.of(draws[0]));
    }

    @ParameterizedTest
    @MethodSource("diagnostics")
    void drawsThatAreAllEqualHaveNoDiagnostic(ToDoubleFunction<double[][]> diagnostic) {
        double[][] stuck = new double[4][250];
        Arrays.stream(stuck).forEach(chain -> Arrays.fill(chain, .1));

        assertThat(diagnostic.applyAsDouble(stuck)).isNaN();
    }

    @ParameterizedTest
    @MethodSource("diagnostics")
    void tooFewDrawsHaveNoDiagnostic(ToDoubleFunction<double[][]> diagnostic) {
        assertThat(diagnostic.applyAsDouble(new double[2][0])).isNaN();
        assertThat(diagnostic.applyAsDouble(new double[][] {{1, 2, 3}, {3, 1, 2}}))
                .isNaN();
    }

    @ParameterizedTest
    @MethodSource("diagnostics")
    void aDrawThatIsInfiniteLeavesNoDiagnostic(ToDoubleFunction<double[][]> diagnostic) {
        double[][] draws = ReferenceDraws.mixing();
        draws[0][17] = Double.NEGATIVE_INFINITY;

        assertThat(diagnostic.applyAsDouble(draws)).isNaN();
    }

    @Test
    void aDrawThatIsNotANumberLeavesNoDiagnostic() {
        double[][] draws = ReferenceDraws.mixing();
        draws[2][249] = Double.NaN;

        assertThat(RHat.of(draws)).isNaN();
        assertThat(EffectiveSampleSize.bulk(draws)).isNaN();
        assertThat(EffectiveSampleSize.tail(draws)).isNaN();
        assertThat(MonteCarloError.ofMean(draws)).isNaN();
    }

    @Test
    void chainsThatStandInDifferentPlacesAreInfinitelyFarFromAgreement() {
        double[][] stuck = new double[4][100];
        Arrays.fill(stuck[3], 1);

        assertThat(RHat.of(stuck)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(EffectiveSampleSize.mean(stuck)).isLessThan(10);
    }

    @Test
    void anIndicatorOfHalfTheDrawsHasAnRHatAlthoughItCannotBeFolded() {
        double[][] draws = new double[2][100];
        for (int t = 0; t < 100; t++) {
            draws[0][t] = t % 2;
            draws[1][t] = (t / 2) % 2;
        }

        assertThat(RHat.folded(draws)).isNaN();
        assertThat(RHat.of(draws)).isEqualTo(RHat.bulk(draws)).isLessThan(1.01);
        assertThat(EffectiveSampleSize.tail(draws)).isEqualTo(EffectiveSampleSize.quantile(draws, .05));
    }

    @Test
    void chainsOfUnequalLengthAreCutToTheShortest() {
        double[][] draws = ReferenceDraws.mixing();
        double[][] cut = ReferenceDraws.mixing();
        cut[1] = Arrays.copyOf(cut[1], 100);
        double[][] shortest =
                Arrays.stream(draws).map(chain -> Arrays.copyOf(chain, 100)).toArray(double[][]::new);

        assertThat(RHat.of(cut)).isEqualTo(RHat.of(shortest));
        assertThat(EffectiveSampleSize.tail(cut)).isEqualTo(EffectiveSampleSize.tail(shortest));
        assertThat(MonteCarloError.ofQuantile(cut, .9)).isEqualTo(MonteCarloError.ofQuantile(shortest, .9));
    }

    @Test
    void energiesOfMovesWithoutMomentumAreSkipped() {
        double[] energies = ReferenceDraws.mixing()[0];
        double[] mixed = new double[2 * energies.length];
        Arrays.fill(mixed, Double.NaN);
        for (int i = 0; i < energies.length; i++) {
            mixed[2 * i + 1] = energies[i];
        }

        assertThat(Bfmi.of(mixed)).isEqualTo(Bfmi.of(energies));
        assertThat(Bfmi.of(new double[] {Double.NaN, Double.NaN})).isNaN();
        assertThat(Bfmi.of(new double[0])).isNaN();
    }

    @Test
    @Timeout(10)
    void longChainsThatStickAreNotSlow() {
        double[][] sticky = ReferenceDraws.autoregressive(.99999, 4, 200_000, 1, 1);

        assertThat(EffectiveSampleSize.mean(sticky)).isBetween(1.0, 100.0);
    }

    @Test
    void diagnosticsDoNotWriteToTheirDraws() {
        double[][] draws = ReferenceDraws.mixing();

        RHat.of(draws);
        EffectiveSampleSize.tail(draws);
        MonteCarloError.ofQuantile(draws, .1);

        assertThat(draws).isDeepEqualTo(ReferenceDraws.mixing());
    }

    @Test
    void misuseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RHat.of(new double[0][]))
                .withMessageContaining("at least one chain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EffectiveSampleSize.quantile(ReferenceDraws.mixing(), 1))
                .withMessageContaining("(0, 1)");
    }
}
