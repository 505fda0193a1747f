/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.examples.Garments.SHIRT;
import static org.bayestrex.examples.Garments.TROUSER;
import static org.bayestrex.examples.Garments.T_SHIRT;
import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.Interpolated;
import org.bayestrex.junit.Sampling;
import org.junit.jupiter.api.Tag;

/** How does one garment become another in the classifier's eyes? The report has a film strip of the steps. */
@Tag("slow")
@OnGarmentGan
@Sampling(method = Method.MIXTURE)
class InterpolatedGarmentsTest {

    /** Twice the usual width: coarse steps, found fast. */
    @Sampling(sigma = .1, draws = 50)
    @Interpolated(from = T_SHIRT, to = SHIRT, steps = 5)
    void tShirtsTurnIntoShirts(Findings findings) {
        assertThat(findings).isNotEmpty();
    }

    @Tag("long")
    @Interpolated(from = T_SHIRT, to = TROUSER)
    void tShirtsTurnIntoTrousersInSmallSteps(Findings findings) {
        assertThat(findings).isNotEmpty();
    }
}
