/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model of which it is known what it needs: two positions of six, which say the same. */
class BackwardEliminationTest {

    private static final int POSITIONS = 6;
    private static final Tensor INPUTS = FlaggedSum.inputs(20, POSITIONS, 3);

    private static BackwardElimination elimination(MaskableModel model, int layer, double epsilon) {
        return new BackwardElimination(
                model, INPUTS, model.states(INPUTS), layer, new float[model.width(layer)], epsilon);
    }

    private static List<Integer> flagged(int row) {
        return IntStream.range(0, POSITIONS)
                .filter(i -> INPUTS.get((row * POSITIONS + i) * 2 + 1) == 1)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void whatTheModelNeedsIsLeft(int layer) {
        List<Remainder> left =
                elimination(new FlaggedSum(POSITIONS, false), layer, .02).ofAll();

        assertThat(left).hasSize(20);
        for (int row = 0; row < 20; row++) {
            assertThat(left.get(row).positions()).isEqualTo(flagged(row));
            assertThat(left.get(row).divergence()).isCloseTo(0, within(1e-9));
        }
    }

    /** Log-odds of 6 with both, 3 with one and 0 with none: by D(p || q) = p log(p / q) + (1 - p) log((1 - p) / (1 - q)). */
    @ParameterizedTest
    @CsvSource({".0386, 2", ".0388, 1", ".6757, 1", ".6759, 0"})
    void asFewAreLeftAsAreAllowed(double epsilon, int kept) {
        List<Remainder> left =
                elimination(new FlaggedSum(POSITIONS, false), 0, epsilon).ofAll();

        for (int row = 0; row < 20; row++) {
            Remainder remainder = left.get(row);
            assertThat(remainder.positions()).hasSize(kept).isSubsetOf(flagged(row));
            assertThat(remainder.divergence()).isLessThanOrEqualTo(epsilon);
            assertThat(Math.abs(remainder.logits().get(1))).isEqualTo(3f * kept);
        }
    }

    @Test
    void whatAMaskHasReplacedStaysReplaced() {
        // given: everything but the flagged positions is masked already, of the first input one of these as well
        List<Mask> masks = new ArrayList<>();
        for (int row = 0; row < 20; row++) {
            double[] gates = new double[POSITIONS];
            flagged(masks.size()).forEach(i -> gates[i] = .3);
            masks.add(mask(gates));
        }
        double[] tooFew = new double[POSITIONS];
        tooFew[flagged(0).get(0)] = 1;
        masks.set(0, mask(tooFew));
        // when
        List<Remainder> left =
                elimination(new FlaggedSum(POSITIONS, false), 0, .02).of(masks);
        // then: the first one is begun with all positions
        for (int row = 0; row < 20; row++) {
            assertThat(left.get(row).positions()).isEqualTo(flagged(row));
        }
    }

    private static Mask mask(double[] gates) {
        double kept = Arrays.stream(gates).filter(gate -> gate > 0).count() / (double) POSITIONS;
        return new Mask(gates, gates, kept, 0, 0, 1, 0, 0);
    }

    @Test
    void ofAModelThatDoesNotRepeatItselfAllIsLeftAndTheViolationSaid() {
        List<Remainder> left =
                elimination(new FlaggedSum(POSITIONS, true), 0, .02).ofAll();

        assertThat(left).allSatisfy(remainder -> {
            assertThat(remainder.positions()).hasSize(POSITIONS);
            assertThat(remainder.divergence()).isGreaterThan(.02);
        });
    }
}
