/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmupScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "18, 17",
        "50, 6/44/49",
        "100, 14/89/99",
        "150, 74/99/149",
        "200, 74/99/149/199",
        "280, 74/99/229/279",
        "1000, 74/99/149/249/449/949/999"
    })
    void windowsEndWhereStansDo(int iterations, String ends) {
        assertThat(WarmupSchedule.of(iterations).ends())
                .containsExactlyElementsOf(
                        Arrays.stream(ends.split("/")).map(Integer::valueOf).toList());
    }

    @Test
    void noWarmupHasNoWindow() {
        assertThat(WarmupSchedule.of(0).ends()).isEmpty();
    }

    @Test
    void onlyTheInnerWindowsTeachTheMetric() {
        WarmupSchedule schedule = WarmupSchedule.of(200);

        assertThat(IntStream.range(0, 200).filter(schedule::teachesMetric))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(75, 149).boxed().toList());
        assertThat(IntStream.range(0, 200).filter(schedule::endsMetricWindow)).containsExactly(99, 149);
    }

    @Test
    void aShortWarmupLeavesTheMetricAlone() {
        WarmupSchedule schedule = WarmupSchedule.of(18);

        assertThat(IntStream.range(0, 18).filter(schedule::teachesMetric)).isEmpty();
        assertThat(IntStream.range(0, 18).filter(schedule::endsMetricWindow)).isEmpty();
    }
}
