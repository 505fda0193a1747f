/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static final List<String> NONE = List.of();

    @Test
    void passesWithTheWholeIntervalBelow() {
        Check check = Check.below("failure rate", ClopperPearson.of(0, 10_000, "prior draws"), .001, NONE);

        assertThat(check.verdict()).isEqualTo(Verdict.PASS);
        assertThat(check.claim()).isEqualTo("failure rate below 0.001");
        assertThat(check.advice()).isEmpty();
    }

    @Test
    void failsWithTheWholeIntervalAbove() {
        Check check = Check.below("failure rate", ClopperPearson.of(100, 4096, "prior draws"), .001, NONE);

        assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(check.advice()).isEmpty();
    }

    @Test
    void saysHowManyDrawsWithoutTheEventWouldPass() {
        Check check = Check.below("failure rate", ClopperPearson.of(0, 1000, "prior draws"), .001, NONE);

        assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check.advice())
                .isEqualTo("About 3.7 times as many draws would settle it (the worth of 3,688 independent yes-or-no"
                        + " trials where there is that of 1,000) if the event happens in none of them (of chains that"
                        + " never show it each counts as one draw)");
    }

    @Test
    void theDrawsItAsksForSettleIt() {
        Check check = Check.below("mass", ClopperPearson.of(30, 4096, "prior draws"), .01, NONE);
        double needed = DrawsNeeded.toSettle(30 / 4096.0, .01, .95).orElseThrow();
        long more = Math.round(needed * 1.01);

        Rate again = ClopperPearson.of(Math.round(more * 30 / 4096.0), more, "prior draws");

        assertThat(check.advice()).contains(String.format(Locale.ROOT, "%,.0f", needed));
        assertThat(Check.below("mass", again, .01, NONE).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aProblemOverrulesEveryInterval() {
        List<String> problems = List.of("R-hat is 1.2", "The deadline ended the search. Give it more time.");
        Rate safe = ClopperPearson.of(0, 1_000_000, "draws");
        Rate bad = ClopperPearson.of(999_999, 1_000_000, "draws");

        Check ofSafe = Check.below("failure rate", safe, .001, problems);
        Check ofBad = Check.below("failure rate", bad, .001, problems);

        assertThat(ofSafe.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ofBad.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ofSafe.problems()).isEqualTo(problems);
        assertThat(ofSafe.advice()).endsWith("R-hat is 1.2. The deadline ended the search. Give it more time.");
    }

    @Test
    void withoutLabelsMoreDrawsAreNoHelp() {
        Rate rate = ClopperPearson.of(139, 4096, "prior draws").times(Rate.unknown("no labels"));

        Check check = Check.below("failure rate", rate, .001, NONE);

        assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check.advice()).contains("at most 0.0399").contains("labelled");
    }

    @Test
    void anEstimateAtTheLimitIsNotSettledByDraws() {
        Rate rate = ClopperPearson.of(1000, 10_000, "draws");

        assertThat(Check.below("share", rate, .1, NONE).advice()).contains("too close");
    }

    @Test
    void betweenTwoLimitsTheNarrowerSideSaysHowMany() {
        Rate rate = ClopperPearson.of(50, 100, "draws");

        Check check = Check.between("mean confidence", rate, .47, .58, NONE);

        double needed = DrawsNeeded.toSettle(.5, .47, .95).orElseThrow();
        assertThat(check.claim()).isEqualTo("mean confidence between 0.47 and 0.58");
        assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check.advice()).contains(String.format(Locale.ROOT, "%,.0f", needed));
    }

    @Test
    void aDifferenceNarrowsWithTheRootOfTheDraws() {
        Rate difference = new Rate(.01, -.02, .04, .95, "bootstrap");

        Check check = Check.below("excess overconfidence", difference, .02, NONE);

        assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check.advice()).contains("About 9 times as many draws");
    }

    @Test
    void aCertainCauseOfFailureNeedsNoDraws() {
        assertThat(Check.below("share", Rate.known(1, "excluded class"), .5, NONE)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void readsAsOneLine() {
        Rate rate = new Rate(.01, -.02, .04, .95, "bootstrap");

        assertThat(Check.below("excess overconfidence", rate, .02, NONE).toString())
                .startsWith("excess overconfidence below 0.02: INCONCLUSIVE, measured 0.01 [-0.02, 0.04] (bootstrap)."
                        + " About 9 times")
                .endsWith("if the estimate stays at 0.01");
    }

    @Test
    void misuseIsNamed() {
        Rate rate = ClopperPearson.of(1, 10, "draws");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.between("mass", rate, .2, .1, NONE))
                .withMessageContaining("ordered");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.below("mass", rate, Double.NaN, NONE))
                .withMessageContaining("mass below NaN");
    }
}
