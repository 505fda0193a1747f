/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingClassifierTest {

    private final List<Integer> asked = new ArrayList<>();
    private final Classifier sums = Classifier.of("sums", List.of("a", "b"), inputs -> {
        int rows = inputs.shape()[0];
        asked.add(rows);
        float[] logits = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            logits[2 * row] = inputs.get(2 * row) + inputs.get(2 * row + 1);
        }
        return Tensor.of(logits, rows, 2);
    });

    private static Tensor inputs(float... values) {
        return Tensor.of(values, values.length / 2, 2);
    }

    @Test
    void anInputIsAskedAboutOnce() {
        Classifier remembering = sums.remembering(10);

        Tensor first = remembering.logits(inputs(1, 2, 3, 4, 1, 2));
        Tensor second = remembering.logits(inputs(3, 4, 5, 6));

        assertThat(first.toArray()).containsExactly(3, 0, 7, 0, 3, 0);
        assertThat(second.toArray()).containsExactly(7, 0, 11, 0);
        assertThat(asked).containsExactly(2, 1);
        assertThat(remembering.labels()).containsExactly("a", "b");
    }

    @Test
    void whatWasAskedLongestAgoIsForgotten() {
        Classifier remembering = sums.remembering(2);
        remembering.logits(inputs(1, 2, 3, 4));

        remembering.logits(inputs(1, 2, 5, 6));
        remembering.logits(inputs(1, 2));
        remembering.logits(inputs(3, 4));

        assertThat(asked).containsExactly(2, 1, 1);
    }

    @Test
    void nothingIsTooLittleToRemember() {
        assertThatThrownBy(() -> sums.remembering(0))
                .hasMessage("A classifier remembers one answer or more, but 0 were given");
    }
}
