/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.rate.BinomialCount;
import org.junit.jupiter.api.Test;

/** How a judge's errors are counted. */
class ConfusionTest {

    private static final Confusion THREE = Confusion.of(new long[][] {{90, 8, 2}, {5, 94, 1}, {0, 3, 197}});

    @Test
    void sensitivityIsOfARowAndSpecificityOfAllTheOthers() {
        assertThat(THREE.sensitivity(0)).isEqualTo(new BinomialCount(90, 100));
        assertThat(THREE.specificity(0)).isEqualTo(new BinomialCount(295, 300));
        assertThat(THREE.sensitivity(2)).isEqualTo(new BinomialCount(197, 200));
        assertThat(THREE.specificity(2)).isEqualTo(new BinomialCount(197, 200));
        assertThat(THREE.count(0, 1)).isEqualTo(8);
    }

    @Test
    void itIsKnownByItsCounts() {
        long[][] counts = {{1, 2}, {3, 4}};
        Confusion confusion = Confusion.of(counts);
        counts[0][0] = 9;

        assertThat(confusion).isEqualTo(Confusion.of(new long[][] {{1, 2}, {3, 4}}));
        assertThat(confusion).hasSameHashCodeAs(Confusion.of(new long[][] {{1, 2}, {3, 4}}));
        assertThat(confusion).isNotEqualTo(Confusion.of(counts)).hasToString("Confusion[[1, 2], [3, 4]]");
    }

    @Test
    void whatIsNoSquareOfCountsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confusion.of(new long[][] {{1}}))
                .withMessage("A confusion needs two classes or more, but has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confusion.of(new long[][] {{1, 2}, {3}}))
                .withMessage("A confusion of 2 classes needs rows of as many counts, but row 1 has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confusion.of(new long[][] {{1, -2}, {3, 4}}))
                .withMessage("Row 0 of a confusion has the negative count -2");
    }

    @Test
    void itIsMeasuredOnLabelledInputsWhateverTheirNumber() {
        // given: the sign of a number, which the labels get wrong for every tenth
        Classifier sign = TestModels.rows("sign", x -> new float[] {-x[0], x[0]});
        List<Tensor> inputs = new ArrayList<>();
        int[] labels = new int[300];
        IntStream.range(0, labels.length).forEach(i -> {
            inputs.add(Tensor.of(new float[] {i % 2 == 0 ? -1 : 1}, 1));
            labels[i] = i % 10 == 0 ? 1 : i % 2;
        });

        // when
        Confusion confusion = Confusion.measure(sign, inputs, labels, 2);

        // then
        assertThat(confusion).isEqualTo(Confusion.of(new long[][] {{120, 0}, {30, 150}}));
    }

    @Test
    void labelsMustFit() {
        Classifier sign = TestModels.rows("sign", x -> new float[] {-x[0], x[0]});
        List<Tensor> one = List.of(Tensor.of(new float[] {1}, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confusion.measure(sign, one, new int[] {0, 1}, 2))
                .withMessage("There are 1 inputs to measure a judge on, but 2 labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confusion.measure(sign, one, new int[] {2}, 2))
                .withMessage("Label 0 is 2, but classes go from 0 to 1");
        assertThatThrownBy(() -> Confusion.measure(sign, one, new int[] {0}, 3))
                .isInstanceOf(ModelException.class)
                .hasMessage("Labelling by sign gave the shape [128, 2] for a batch of 128; 3 classes are expected");
    }
}
