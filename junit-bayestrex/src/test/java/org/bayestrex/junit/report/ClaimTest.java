/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Verdict;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private static final Prediction PREDICTION = new Prediction("taken for a 2", "mistaken for a 2");

    @Test
    void saysTheEndOfTheIntervalThatDecides() {
        assertThat(sentence(Check.below("failure rate", rate(.0002, .0001, .0003), .001, List.of())))
                .isEqualTo("at most 1 in 3,300 generated inputs is mistaken for a 2; the limit is 1 in 1,000");
        assertThat(sentence(Check.below("failure rate", rate(.006, .005, .0067), .001, List.of())))
                .isEqualTo("at least 1 in 200 generated inputs is mistaken for a 2; the limit is 1 in 1,000");
        assertThat(sentence(Check.below("failure rate", rate(.001, .0005, .002), .001, List.of())))
                .isEqualTo(
                        "between 1 in 2,000 and 1 in 500 generated inputs are mistaken for a 2; the limit is 1 in 1,000");
    }

    @Test
    void saysDifferencesInPoints() {
        assertThat(sentence(
                        Check.below("failure rate above the baseline's", rate(-.006, -.009, -.004), .002, List.of())))
                .isEqualTo(
                        "the failure rate is 0.4 to 0.9 points lower than the baseline's; at most 0.2 points more are"
                                + " allowed");
    }

    @Test
    void drawsNoIntervalOfACount() {
        // given
        Claim known = new Claim(
                new Check(
                        "no known finding still fails, but for those that are waived",
                        Rate.known(1, "of 20 known findings 1 still fail, 19 are fixed"),
                        Double.NEGATIVE_INFINITY,
                        0,
                        Verdict.FAIL,
                        List.of(),
                        ""),
                PREDICTION);
        // then
        assertThat(IntervalBar.html(known)).isEmpty();
        assertThat(known.sentence()).isEqualTo("of 20 known findings 1 still fail, 19 are fixed");
    }

    @Test
    void limitsThatAreCloseShareALabel() {
        Check close = Check.between("level-set mass", rate(.2, .19, .21), .15, .3, List.of());
        Check apart = Check.between("level-set mass", rate(.2, .19, .21), .15, .6, List.of());

        assertThat(IntervalBar.html(new Claim(close, PREDICTION)))
                .contains(">limits 15 in 100 and 30 in 100</div>", "left:22.50%;transform:translateX(-22.50%);top:0px")
                .doesNotContain("limit 15");
        assertThat(IntervalBar.html(new Claim(apart, PREDICTION)))
                .contains(">limit 15 in 100</div>", ">limit 60 in 100</div>")
                .doesNotContain("limits");
    }

    private static String sentence(Check check) {
        return new Claim(check, PREDICTION).sentence();
    }

    private static Rate rate(double estimate, double lower, double upper) {
        return new Rate(estimate, lower, upper, .95, "draws");
    }
}
