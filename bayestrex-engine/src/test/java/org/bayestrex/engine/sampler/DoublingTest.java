/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoublingTest {

    private final Doubling doubling =
            new Doubling(new UTurn(DiagonalMetric.unit(1)), RandomSource.XO_RO_SHI_RO_128_PP.create(5L));

    private static Subtree leaf(double position, double momentum, double logWeight) {
        Evaluation nothing = new Evaluation(0, 0, null, new double[0]);
        return Subtree.leaf(
                new PhasePoint(new double[] {position}, new double[] {momentum}, nothing, new double[1], 0), logWeight);
    }

    /**
     * The known table of an iterative tree with checkpoints: leaf n is compared with the checkpoints from
     * max down to min. Here each such comparison is one join, and max + 1 is the height they begin at.
     */
    @ParameterizedTest
    @CsvSource({"0, 1, 0", "6, 3, 2", "7, 0, 2", "13, 2, 2", "15, 0, 3"})
    void aLeafJoinsTheSubtreesThatItCompletes(int leaf, int min, int max) {
        // given
        for (int n = 0; n < leaf; n++) {
            assertThat(doubling.add(leaf(n, 1, 0))).isTrue();
        }
        int before = doubling.height();

        // when
        assertThat(doubling.add(leaf(leaf, 1, 0))).isTrue();

        // then
        int joins = before + 1 - doubling.height();
        assertThat(joins).isEqualTo(max - min + 1).isEqualTo(Integer.numberOfTrailingZeros(leaf + 1));
        assertThat(before).isEqualTo(Integer.bitCount(leaf)).isEqualTo(max + leaf % 2);
        assertThat(doubling.height()).isEqualTo(Integer.bitCount(leaf + 1));
    }

    @Test
    void theWholeSumsItsLeaves() {
        for (int n = 0; n < 8; n++) {
            doubling.add(leaf(n, n + 1, Math.log(n + 1)));
        }

        Subtree whole = doubling.whole();

        assertThat(whole.leaves()).isEqualTo(8);
        assertThat(whole.momentumSum()).containsExactly(36);
        assertThat(Math.exp(whole.logWeight())).isCloseTo(36, offset(1e-9));
        assertThat(whole.first().position()).containsExactly(0);
        assertThat(whole.last().position()).containsExactly(7);
    }

    @Test
    void theProposalIsALeafWithProbabilityProportionalToItsWeight() {
        int[] count = new int[4];
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(6L);
        for (int repeat = 0; repeat < 40_000; repeat++) {
            Doubling four = new Doubling(new UTurn(DiagonalMetric.unit(1)), random);
            for (int n = 0; n < 4; n++) {
                four.add(leaf(n, 1, Math.log(n + 1)));
            }
            count[(int) four.whole().proposal().position()[0]]++;
        }
        for (int n = 0; n < 4; n++) {
            double expected = 4_000 * (n + 1);
            assertThat((count[n] - expected) / Math.sqrt(expected)).isBetween(-4.0, 4.0);
        }
    }

    @Test
    void aTurnEndsTheDoublingAtOnce() {
        List<Boolean> answers = new ArrayList<>();
        for (double momentum : new double[] {1, 1, 1, -1}) {
            answers.add(doubling.add(leaf(0, momentum, 0)));
        }
        assertThat(answers).containsExactly(true, true, true, false);
    }

    @Test
    void leavesOfNoWeightAreNeverProposed() {
        doubling.add(leaf(0, 1, 0));
        doubling.add(leaf(1, 1, Double.NEGATIVE_INFINITY));
        doubling.add(leaf(2, 1, Double.NEGATIVE_INFINITY));
        doubling.add(leaf(3, 1, Double.NEGATIVE_INFINITY));

        assertThat(doubling.whole().proposal().position()).containsExactly(0);
        assertThat(doubling.whole().logWeight()).isZero();
    }
}
