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

    /** Kinds whose shares fall like a power or geometrically; the chance of a new one is known in each repetition. */
    @ParameterizedTest
    @CsvSource({"100, 2, false", "100, 1, false", "300, 1.2, false", "60, .7, true", "200, .9, true", "200, .5, true"})
    void itsUpperEndIsSeldomBelowTheTruth(int draws, double shape, boolean geometric) {
        Random random = new Random(11);
        double[] shares = new double[2000];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = geometric ? Math.pow(shape, k) : Math.pow(k + 1, -shape);
        }
        double total = Arrays.stream(shares).sum();
        Arrays.setAll(shares, k -> shares[k] / total);
        int repetitions = 2000;
        int above = 0;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            int[] kinds = new int[draws];
            int[] counts = new int[shares.length];
            for (int i = 0; i < draws; i++) {
                double left = random.nextDouble();
                int kind = 0;
                while (kind < shares.length - 1 && left >= shares[kind]) {
                    left -= shares[kind++];
                }
                kinds[i] = kind;
                counts[kind]++;
            }
            double unseen = 0;
            for (int k = 0; k < shares.length; k++) {
                unseen += counts[k] == 0 ? shares[k] : 0;
            }
            int[] seen = Arrays.stream(kinds).map(kind -> counts[kind]).toArray();
            Rate rate = UnseenRate.ofIndependent(seen, ones(draws), .95, "draws");
            above += rate.upper() < unseen ? 1 : 0;
        }

        // .025, and three standard errors of this many repetitions
        assertThat(above / (double) repetitions).isLessThanOrEqualTo(.0355);
    }

    private static double[] ones(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        return weights;
    }
}
