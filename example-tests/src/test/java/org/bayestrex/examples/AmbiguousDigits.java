/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.Ambiguous;
import org.bayestrex.junit.Sampling;
import org.junit.jupiter.api.Tag;

/**
 * Between which digits is the classifier torn, and how often would that happen? Each generator's class inherits these
 * tests. They ask for pictures and for a mass, which is counted on plain draws, so few draws of the chains are enough;
 * for means over them, ask for more.
 */
@Tag("slow")
@Sampling(chains = 8, draws = 60)
abstract class AmbiguousDigits {

    @Ambiguous(classes = {8, 9})
    void eightsAndNinesCanBeConfused(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(0, .01);
    }

    @Ambiguous(classes = {1, 7})
    void onesAndSevensCanBeConfused(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(0, .01);
    }

    @Ambiguous
    void someInputsLookLikeEveryDigit(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(0, .01);
    }
}
