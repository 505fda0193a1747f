/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnseenRateTest {

    @Test
    void itIsTheShareOfDrawsThatAreAlone() {
        Rate rate = UnseenRate.ofIndependent(new int[] {1, 3, 3, 3, 2, 2, 1, 2, 2, 1}, ones(10), .95, "draws");

        assertThat(rate.estimate()).isCloseTo(.3, within(1e-12));
        assertThat(rate.method()).startsWith("3 of 10 weighted draws alone of their kind");
    }

    @Test
    void weightsCount() {
        Rate rate = UnseenRate.ofIndependent(new int[] {1, 2, 2}, new double[] {2, 1, 1}, .95, "draws");

        assertThat(rate.estimate()).isCloseTo(.5, within(1e-12));
    }

    @Test
    void whereNoneIsAloneTheUpperEndIsThatOfNoEvent() {
        int[] seen = new int[100];
        Arrays.fill(seen, 50);
        Rate rate = UnseenRate.ofIndependent(seen, ones(100), .95, "draws");

        assertThat(rate.estimate()).isZero();
        assertThat(rate.upper()).isCloseTo(ClopperPearson.upper(0, 100, .025), within(1e-12));
    }

    @Test
    void nothingIsKnownWithoutADraw() {
        assertThat(UnseenRate.ofIndependent(new int[0], new double[0], .95, "draws")
                        .isUnknown())
                .isTrue();
    }

    /**
     * Kinds whose shares among the draws fall like a power or geometrically, and whose draws have weights of their own: the chance of a
     * new one is known in each repetition. The spread is the standard deviation of the weights' logarithms.
     */
    @ParameterizedTest
    @CsvSource({
        "100, 2, false, 0, .025",
        "100, 1, false, 0, .025",
        "300, 1.2, false, 0, .025",
        "60, .7, true, 0, .025",
        "200, .9, true, 0, .025",
        "200, .5, true, 0, .025",
        "100, 2, false, 1, .025",
        "100, 1, false, 1, .025",
        "300, 1.2, false, 1, .025",
        "60, .7, true, 1, .025",
        "200, .9, true, 1, .025",
        "200, .5, true, 1, .025",
        "100, 2, false, 1.5, .06",
        "200, .5, true, 1.5, .06",
        "100, 2, false, 2, .105",
        "200, .5, true, 2, .105"
    })
    void itsUpperEndIsSeldomBelowTheTruth(int draws, double shape, boolean geometric, double spread, double most) {
        Random random = new Random(11);
        double[] shares = new double[2000];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = geometric ? Math.pow(shape, k) : Math.pow(k + 1, -shape);
        }
        double total = Arrays.stream(shares).sum();
        Arrays.setAll(shares, k -> shares[k] / total);
        double[] below = new double[shares.length];
        for (int k = 1; k < below.length; k++) {
            below[k] = below[k - 1] + shares[k - 1];
        }
        int repetitions = 2000;
        int above = 0;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            double[] weights = Arrays.stream(shares)
                    .map(share -> Math.exp(spread * random.nextGaussian()))
                    .toArray();
            int[] kinds = new int[draws];
            int[] counts = new int[shares.length];
            for (int i = 0; i < draws; i++) {
                int at = Arrays.binarySearch(below, random.nextDouble());
                int kind = Math.min(at < 0 ? -at - 2 : at, shares.length - 1);
                kinds[i] = kind;
                counts[kind]++;
            }
            double unseen = 0;
            double all = 0;
            for (int k = 0; k < shares.length; k++) {
                unseen += counts[k] == 0 ? shares[k] * weights[k] : 0;
                all += shares[k] * weights[k];
            }
            int[] seen = Arrays.stream(kinds).map(kind -> counts[kind]).toArray();
            double[] ofDraws =
                    Arrays.stream(kinds).mapToDouble(kind -> weights[kind]).toArray();
            Rate rate = UnseenRate.ofIndependent(seen, ofDraws, .95, "draws");
            above += rate.upper() < unseen / all ? 1 : 0;
        }

        double standardError = Math.sqrt(most * (1 - most) / repetitions);
        assertThat(above / (double) repetitions).isLessThanOrEqualTo(most + 3 * standardError);
    }

    private static double[] ones(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        return weights;
    }
}
