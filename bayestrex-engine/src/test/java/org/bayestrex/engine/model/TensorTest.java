/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

/** A tensor cannot be changed, neither through what it was made of nor through what it gives out. */
class TensorTest {

    @Test
    void itKeepsACopyOfItsValuesAndShape() {
        // given
        float[] values = {1, 2, 3, 4, 5, 6};
        int[] shape = {2, 3};
        Tensor tensor = Tensor.of(values, shape);

        // when
        values[0] = 9;
        shape[0] = 9;
        tensor.toArray()[1] = 9;
        tensor.shape()[1] = 9;

        // then
        assertThat(tensor).isEqualTo(Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
    }

    @Test
    void itsBufferIsReadOnly() {
        Tensor tensor = Tensor.of(new float[] {1, 2}, 2);

        assertThat(tensor.asBuffer().get(1)).isEqualTo(2);
        assertThatExceptionOfType(ReadOnlyBufferException.class)
                .isThrownBy(() -> tensor.asBuffer().put(0, 9));
    }

    @Test
    void aRowDropsTheOutermostExtent() {
        Tensor batch = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2);

        assertThat(batch.row(1)).isEqualTo(Tensor.of(new float[] {5, 6, 7, 8}, 2, 2));
        assertThat(batch.row(1).row(0)).isEqualTo(Tensor.of(new float[] {5, 6}, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> batch.row(2))
                .withMessage("Row 2 of 2");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> batch.row(-1));
    }

    @Test
    void theShapeMustFitTheValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new float[5], 2, 3))
                .withMessage("Shape [2, 3] needs 6 values, but there are 5");
    }

    @Test
    void itIsEqualByShapeAndValues() {
        Tensor tensor = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);

        assertThat(tensor)
                .isEqualTo(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2))
                .hasSameHashCodeAs(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2))
                .isNotEqualTo(Tensor.of(new float[] {1, 2, 3, 4}, 4))
                .isNotEqualTo(Tensor.of(new float[] {1, 2, 3, 5}, 2, 2))
                .hasToString("Tensor[2, 2]");
        assertThat(tensor.size()).isEqualTo(4);
        assertThat(tensor.get(2)).isEqualTo(3);
    }
}
