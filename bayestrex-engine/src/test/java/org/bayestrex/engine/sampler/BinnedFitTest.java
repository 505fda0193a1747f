/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class BinnedFitTest {

    private static final double[] EVEN = new double[Bins.COUNT];

    static {
        Arrays.fill(EVEN, 1.0 / Bins.COUNT);
    }

    @Test
    void noPointsClaimNothing() {
        assertThat(list(BinnedFit.ratios(new double[Bins.COUNT], EVEN)))
                .allSatisfy(ratio -> assertThat(ratio).isCloseTo(1, within(1e-12)));
    }

    @Test
    void whatDoesNotDifferFromTheReferenceAddsNoNoise() {
        // given: 1,000 draws of the reference
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3L);
        double[] counts = new double[Bins.COUNT];
        for (int i = 0; i < 1000; i++) {
            counts[random.nextInt(Bins.COUNT)]++;
        }

        // then
        assertThat(list(BinnedFit.ratios(counts, EVEN)))
                .allSatisfy(ratio -> assertThat(ratio).isBetween(.95, 1.05));
    }

    @Test
    void aCategoryThatAlwaysOccursIsFoundInItsCell() {
        // given: the third of three categories, whose cell is the last eight bins, 60 times
        double[] counts = new double[Bins.COUNT];
        for (int i = 0; i < 60; i++) {
            counts[16 + i % 8]++;
        }

        // when
        double[] ratios = BinnedFit.ratios(counts, EVEN);

        // then
        assertThat(list(ratios).subList(16, 24))
                .allSatisfy(ratio -> assertThat(ratio).isBetween(2.7, 3.1));
        assertThat(list(ratios).subList(0, 16))
                .allSatisfy(ratio -> assertThat(ratio).isBetween(.0, .1));
    }

    @Test
    void theRatioIsToTheReference() {
        // given: a reference that favours the lower half, and points like it
        double[] reference = EVEN.clone();
        Arrays.fill(reference, 0, 12, 1.5 / Bins.COUNT);
        Arrays.fill(reference, 12, 24, .5 / Bins.COUNT);
        double[] counts = Arrays.stream(reference).map(p -> 400 * p).toArray();

        // then: nothing is learned twice
        assertThat(list(BinnedFit.ratios(counts, reference)))
                .allSatisfy(ratio -> assertThat(ratio).isBetween(.97, 1.03));
    }

    @Test
    void bothEndsOfABinAreInTheirBins() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(4L);
        for (int bin = 0; bin < Bins.COUNT; bin++) {
            for (int i = 0; i < 200; i++) {
                assertThat(Bins.of(Bins.draw(bin, random))).isEqualTo(bin);
            }
        }
        assertThat(Bins.of(0)).isEqualTo(12);
        assertThat(Bins.of(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Bins.of(Double.POSITIVE_INFINITY)).isEqualTo(23);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
