/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreWideEnoughAndFiguresStandAtTheRight() {
        Table table = new Table("batch", "ms").row("1", "3.09").row("64", "0.96");

        assertThat(table.markdown()).isEqualTo("""
                        | batch |   ms |
                        |-------|-----:|
                        | 1     | 3.09 |
                        | 64    | 0.96 |
                        """);
    }

    @Test
    void aRowWithTooFewCellsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("a", "b").row("only one"))
                .withMessage("a row of 1 cells in a table of 2 columns: only one");
    }

    @Test
    void aSpreadIsThatOfTheOrderStatistics() {
        assertThat(Spread.of(List.of(5.0, 1.0, 3.0, 2.0, 4.0))).isEqualTo(new Spread(1, 2, 3, 4));
    }
}
