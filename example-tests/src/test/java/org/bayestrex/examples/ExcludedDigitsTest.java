/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.Explain;
import org.bayestrex.junit.Explanation;
import org.bayestrex.junit.HighConfidenceFailures;
import org.junit.jupiter.api.Tag;

/**
 * How often does the classifier see a digit that is not there? Each generator was trained without the digit, so
 * that whatever is found is a mistake: of the classifier, or of a generator that draws the digit all the same.
 */
@Explain(Explanation.SMOOTH_GRAD)
class ExcludedDigitsTest {

    @OnVae
    @HighConfidenceFailures(excludeClass = 2)
    void seldomSeesATwoWhereThereIsNone(Findings findings) {
        assertThat(findings).hasFailureRateBelow(1e-3);
    }

    @Tag("slow")
    @OnVae
    @HighConfidenceFailures(excludeClass = 8)
    void seldomSeesAnEightWhereThereIsNone(Findings findings) {
        assertThat(findings).hasFailureRateBelow(.02);
    }

    @Tag("slow")
    @OnGan
    @HighConfidenceFailures(excludeClass = 2)
    void seldomSeesATwoInAdversarialDigits(Findings findings) {
        assertThat(findings).hasFailureRateBelow(.02);
    }

    @Tag("slow")
    @OnGan
    @HighConfidenceFailures(excludeClass = 8)
    void seldomSeesAnEightInAdversarialDigits(Findings findings) {
        assertThat(findings).hasFailureRateBelow(.02);
    }
}
