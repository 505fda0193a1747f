/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares that a fallible judge sees, and what is behind them. */
class RoganGladenTest {

    private static final BinomialCount SENSITIVITY = new BinomialCount(900, 1000);
    private static final BinomialCount SPECIFICITY = new BinomialCount(8550, 9000);

    private static DoubleFunction<Rate> counted(long events, long trials) {
        return level -> ClopperPearson.of(events, trials, level, "draws");
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "135, .1", "475, .5", "900, 1", "0, 0", "1000, 1"})
    void theEstimateIsTheTextbooksCutToAShare(long seen, double truth) {
        Rate rate = new RoganGladen(SENSITIVITY, SPECIFICITY).correct(counted(seen, 1000), .95);

        assertThat(rate.estimate()).isCloseTo(truth, within(1e-12));
        assertThat(rate.level()).isEqualTo(.95);
        assertThat(rate.method())
                .endsWith("corrected for a judge of sensitivity 0.9 of 1,000 and specificity 0.95 of 9,000 "
                        + "(Rogan and Gladen)");
    }

    @Test
    void theEndsAreCorrectionsAtTheEndsOfThreeIntervalsThatShareTheError() {
        // given
        Rate seen = counted(300, 1000).apply(.97);
        Rate sensitivity = ClopperPearson.of(900, 1000, .99, "events");
        Rate specificity = ClopperPearson.of(8550, 9000, .99, "others");

        // when
        Rate rate = new RoganGladen(SENSITIVITY, SPECIFICITY).correct(counted(300, 1000), .95);

        // then
        assertThat(rate.lower())
                .isCloseTo(
                        (seen.lower() + specificity.lower() - 1) / (sensitivity.upper() + specificity.lower() - 1),
                        within(1e-12));
        assertThat(rate.upper())
                .isCloseTo(
                        (seen.upper() + specificity.upper() - 1) / (sensitivity.lower() + specificity.upper() - 1),
                        within(1e-12));
    }

    @Test
    void theOppositeEventHasTheComplement() {
        RoganGladen errors = new RoganGladen(SENSITIVITY, SPECIFICITY);

        Rate rate = errors.correct(counted(300, 1000), .95);
        Rate opposite = errors.opposite().correct(counted(700, 1000), .95);

        assertThat(opposite.estimate()).isCloseTo(1 - rate.estimate(), within(1e-12));
        assertThat(opposite.lower()).isCloseTo(1 - rate.upper(), within(1e-9));
        assertThat(opposite.upper()).isCloseTo(1 - rate.lower(), within(1e-9));
    }

    @Test
    void aJudgeWhoErrsLessHereThanWhereItWasMeasuredProvesNothingToBeZero() {
        // given: by mistake alone 5 % would be seen, but none of 1,000 was
        Rate seen = counted(0, 1000).apply(.97);

        // when
        Rate rate = new RoganGladen(SENSITIVITY, SPECIFICITY).correct(counted(0, 1000), .95);
        Rate all = new RoganGladen(SENSITIVITY, SPECIFICITY).correct(counted(1000, 1000), .95);

        // then
        assertThat(rate.estimate()).isZero();
        assertThat(rate.isKnown()).isFalse();
        assertThat(rate.upper()).isGreaterThanOrEqualTo(seen.upper());
        assertThat(all.isKnown()).isFalse();
        assertThat(all.lower()).isLessThanOrEqualTo(1 - seen.upper());
    }

    @Test
    void aJudgeWhoIsNoBetterThanChanceKnowsNothing() {
        RoganGladen chance = new RoganGladen(new BinomialCount(300, 1000), new BinomialCount(700, 1000));

        Rate rate = chance.correct(counted(300, 1000), .95);

        assertThat(rate.isUnknown()).isTrue();
        assertThat(rate.method())
                .isEqualTo("the judge is no better than chance: sensitivity 0.3 of 1,000 and specificity 0.7 of 1,000");
    }

    @Test
    void aJudgeWhoMayBeNoBetterThanChanceLeavesTheEndsOpen() {
        RoganGladen poor = new RoganGladen(new BinomialCount(6, 10), new BinomialCount(6, 10));

        Rate rate = poor.correct(counted(500, 1000), .95);

        assertThat(rate.estimate()).isCloseTo(.5, within(1e-12));
        assertThat(rate.lower()).isZero();
        assertThat(rate.upper()).isEqualTo(1);
    }

    @Test
    void aJudgeWhoWasNotMeasuredKnowsNothing() {
        RoganGladen unmeasured = new RoganGladen(new BinomialCount(0, 0), SPECIFICITY);

        assertThat(unmeasured.correct(counted(3, 10), .95).method())
                .isEqualTo("the judge was measured on no image with the event");
        assertThat(unmeasured.opposite().correct(counted(3, 10), .95).method())
                .isEqualTo("the judge was measured on no image without the event");
    }

    @Test
    void whereNothingWasSeenTheReasonStays() {
        Rate rate = new RoganGladen(SENSITIVITY, SPECIFICITY).correct(counted(0, 0), .95);

        assertThat(rate.isUnknown()).isTrue();
        assertThat(rate.method()).isEqualTo("no draws");
    }

    @Test
    void countsMustBeCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialCount(11, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new BinomialCount(-1, 10));
    }
}
