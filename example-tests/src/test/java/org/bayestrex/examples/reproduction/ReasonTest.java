/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bayestrex.engine.rate.Rate;
import org.junit.jupiter.api.Test;

class ReasonTest {

    private final List<Reason<Integer>> reasons = List.of(
            new Reason<>(number -> number > 10, number -> number + " is large."),
            new Reason<>(number -> number > 5, number -> number + " is middling."));

    @Test
    void saysTheFirstThingThatTheRunShows() {
        assertThat(Reason.first(reasons, 11)).isEqualTo("11 is large.");
        assertThat(Reason.first(reasons, 6)).isEqualTo("6 is middling.");
    }

    @Test
    void admitsThatTheRunShowsNothing() {
        assertThat(Reason.first(reasons, 1)).isEqualTo("This run does not show why.");
    }

    @Test
    void takesThePapersMeanForARoundedOne() {
        // given
        PaperConfidence paper = new PaperConfidence(4, .98, .02);
        // then
        assertThat(paper.agreesWith(mean(.984, .003))).isTrue();
        assertThat(paper.agreesWith(mean(.99, .004))).isFalse();
        assertThat(paper.agreesWith(Rate.unknown("no draws"))).isFalse();
    }

    private static Rate mean(double value, double reach) {
        return new Rate(value, value - reach, value + reach, Rate.DEFAULT_LEVEL, "test");
    }
}
