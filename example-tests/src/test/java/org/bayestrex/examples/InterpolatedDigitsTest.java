/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.Interpolated;
import org.bayestrex.junit.Sampling;
import org.junit.jupiter.api.Tag;

/** How does one digit become another in the classifier's eyes? The report has a film strip of the steps. */
@Tag("slow")
@OnGan
@Sampling(method = Method.MIXTURE)
class InterpolatedDigitsTest {

    /** Twice the usual width: coarse steps, found fast. */
    @Sampling(sigma = .1, draws = 50)
    @Interpolated(from = 8, to = 9, steps = 3)
    void eightsTurnIntoNines(Findings findings) {
        assertThat(findings).isNotEmpty();
    }

    @Tag("long")
    @Interpolated(from = 8, to = 9)
    void eightsTurnIntoNinesInSmallSteps(Findings findings) {
        assertThat(findings).isNotEmpty();
    }
}
