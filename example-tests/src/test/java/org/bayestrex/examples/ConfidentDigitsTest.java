/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.assertj.core.api.Assertions.within;
import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.HighConfidence;
import org.junit.jupiter.api.Tag;

/** What does the classifier take for a clear example of a digit? */
class ConfidentDigitsTest {

    @OnVae
    @HighConfidence(targetClass = 4)
    void aClearFour(Findings findings) {
        assertThat(findings)
                .hasConverged()
                .isNotEmpty()
                .hasLevelSetMassBetween(.02, .2)
                .hasMeanConfidence(4, 1, within(.05));
    }

    @Tag("slow")
    @OnVae
    @HighConfidence
    void everyDigitHasClearExamples(Findings findings) {
        int digit = findings.target().claimedClass().orElseThrow();
        assertThat(findings).hasConverged().hasLevelSetMassBetween(.01, .3).hasMeanConfidence(digit, 1, within(.05));
    }

    @Tag("slow")
    @OnGan
    @HighConfidence(targetClass = 4)
    void aClearFourOfTheAdversarialGenerator(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.02, .2);
    }
}
