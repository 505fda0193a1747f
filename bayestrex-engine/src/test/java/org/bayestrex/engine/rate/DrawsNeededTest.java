/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsNeededTest {

    @ParameterizedTest
    @CsvSource({"0, .001", ".0005, .001", ".002, .001", ".9, .95", "1, .95"})
    void areTheFewestThatSettle(double estimate, double limit) {
        double draws = DrawsNeeded.toSettle(estimate, limit, .95).orElseThrow();

        assertThat(ClopperPearson.rate(estimate, draws, .95, "m").below(limit)).isNotEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ClopperPearson.rate(estimate, draws - 1, .95, "m").below(limit))
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void withoutEventsFollowTheClosedForm() {
        double expected = Math.ceil(Math.log(.025) / Math.log1p(-.001));

        assertThat(DrawsNeeded.toSettle(0, .001, .95)).hasValue(expected);
    }

    @Test
    void atTheLimitItselfNoNumberSettles() {
        assertThat(DrawsNeeded.toSettle(.001, .001, .95)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 4096", "3, 4096", "2000, 4096", "4096, 4096"})
    void theWorthOfAnExactIntervalIsItsTrials(long events, long trials) {
        assertThat(DrawsNeeded.worth(ClopperPearson.of(events, trials, "draws")))
                .hasValue((double) trials);
    }
}
