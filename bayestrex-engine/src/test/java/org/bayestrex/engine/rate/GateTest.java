/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that are known before a search: what intervals and p-values say of them. */
class GateTest {

    private static final Gate BELOW = Gate.failureRateBelow(.01);
    private static final Gate ABOVE = Gate.levelSetMassAbove(.01);

    private static DoubleFunction<Rate> counted(long hits, long draws) {
        return level -> ClopperPearson.of(hits, draws, level, "draws");
    }

    @Test
    void theWholeIntervalDecides() {
        Rate low = new Rate(.005, .004, .006, .95, "low");
        Rate high = new Rate(.02, .015, .03, .95, "high");
        Rate both = new Rate(.01, .005, .02, .95, "both");

        assertThat(List.of(BELOW.verdict(low), BELOW.verdict(high), BELOW.verdict(both)))
                .containsExactly(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE);
        assertThat(List.of(ABOVE.verdict(low), ABOVE.verdict(high), ABOVE.verdict(both)))
                .containsExactly(Verdict.FAIL, Verdict.PASS, Verdict.INCONCLUSIVE);
    }

    @Test
    void itSaysWhatItClaims() {
        assertThat(BELOW).hasToString("failure rate below 0.01");
        assertThat(ABOVE).hasToString("level-set mass above 0.01");
        assertThat(BELOW.check(Rate.unknown("nobody looked"), List.of()).claim())
                .isEqualTo(BELOW.toString());
        assertThat(ABOVE.check(Rate.unknown("nobody looked"), List.of()).claim())
                .isEqualTo(ABOVE.toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, Double.NaN})
    void aLimitThatIsNoShareIsRefused(double limit) {
        assertThatThrownBy(() -> Gate.wrongLabelShareBelow(limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share of wrong labels")
                .hasMessageContaining("between 0 and 1");
    }

    @Test
    void oneGateTwiceIsRefused() {
        assertThatThrownBy(() -> Gates.of(BELOW, BELOW)).hasMessageContaining("twice");
    }

    /** Clopper and Pearson's interval inverts the binomial test, so its p-value is a binomial tail. */
    @ParameterizedTest
    @CsvSource({"3, 1000", "8, 1000", "10, 1000", "14, 1000", "0, 200"})
    void pValuesOfACountAreBinomialTails(int hits, int draws) {
        BinomialDistribution atLimit = BinomialDistribution.of(draws, .01);

        double passes = PValue.of(BELOW, Verdict.PASS, counted(hits, draws));
        double fails = PValue.of(BELOW, Verdict.FAIL, counted(hits, draws));

        double lower = atLimit.cumulativeProbability(hits);
        double upper = hits == 0 ? 1 : atLimit.survivalProbability(hits - 1);
        assertThat(passes).isCloseTo(lower < .5 ? lower : 1, within(1e-4));
        assertThat(fails).isCloseTo(upper < .5 ? upper : 1, within(1e-4));
    }

    @Test
    void aPValueIsNeverSmallerThanIntervalsCanTell() {
        assertThat(PValue.of(BELOW, Verdict.FAIL, counted(900, 1000))).isEqualTo(PValue.LEAST);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 11})
    void theErrorsOfAllLooksAddUpToThatOfOne(int onTheWay) {
        LookPlan plan = new LookPlan(onTheWay);

        double errors = onTheWay * (1 - plan.level(false)) + (1 - plan.level(true));

        assertThat(onTheWay == 0 ? 1 - plan.level(true) : errors).isCloseTo(.05, within(1e-12));
        assertThat(plan.level(true)).isGreaterThanOrEqualTo(Rate.DEFAULT_LEVEL);
    }

    @Test
    void anOpenClaimSaysHowManyTimesAsMuchWouldSettleIt() {
        Check open = BELOW.check(counted(30, 4000).apply(.95), List.of());

        double factor = open.timesAsMuch().orElseThrow();

        long draws = (long) (4000 * 1.05 * factor);
        assertThat(BELOW.verdict(counted(Math.round(draws * .0075), draws).apply(.95)))
                .isEqualTo(Verdict.PASS);
        assertThat(factor).isBetween(1.0, 3.0);
        assertThat(open.advice()).startsWith("About").contains("times as many draws would settle it");
        assertThat(BELOW.check(counted(0, 4000).apply(.95), List.of()).timesAsMuch())
                .isEmpty();
        assertThat(BELOW.check(counted(30, 4000).apply(.95), List.of("R-hat")).timesAsMuch())
                .isEmpty();
    }
}
