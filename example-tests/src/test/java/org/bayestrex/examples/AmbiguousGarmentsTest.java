/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.examples.Garments.DRESS;
import static org.bayestrex.examples.Garments.PULLOVER;
import static org.bayestrex.examples.Garments.SHIRT;
import static org.bayestrex.examples.Garments.T_SHIRT;
import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.Ambiguous;
import org.bayestrex.junit.Sampling;
import org.junit.jupiter.api.Tag;

/** Between which garments is the classifier torn, and how often would that happen? */
@Tag("slow")
@OnGarmentGan
@Sampling(method = Method.MIXTURE, draws = 50)
class AmbiguousGarmentsTest {

    @Ambiguous(classes = {T_SHIRT, DRESS})
    void tShirtsAndDressesCanBeConfused(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(0, .01);
    }

    @Ambiguous(classes = {PULLOVER, SHIRT})
    void pulloversAndShirtsCanBeConfused(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(0, .02);
    }

    @Tag("long")
    @Ambiguous
    void noneLooksLikeEveryGarment(Findings findings) {
        assertThat(findings).hasLevelSetMassBetween(0, .01);
    }
}
