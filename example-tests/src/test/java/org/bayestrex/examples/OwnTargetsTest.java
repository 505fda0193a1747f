/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.Sampling;
import org.bayestrex.junit.TargetedAt;
import org.junit.jupiter.api.Tag;

/** How often is a classifier sure of nothing? No annotation asks that: {@link Hesitant} does, in a few lines. */
@Tag("slow")
@Sampling(draws = 50)
class OwnTargetsTest {

    @OnGan
    @TargetedAt(Hesitant.class)
    void seldomHesitatesOverADigit(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.001, .05);
    }

    @OnGarmentGan
    @TargetedAt(Hesitant.class)
    void seldomHesitatesOverAGarment(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.05, .2);
    }
}
