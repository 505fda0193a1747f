/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.Ambiguous;
import org.junit.jupiter.api.Tag;

/**
 * Between which digits is the classifier torn, and how often would that happen? Each generator's class inherits these
 * tests.
 */
@Tag("slow")
abstract class AmbiguousDigits {

    @Ambiguous(classes = {8, 9})
    void eightsAndNinesCanBeConfused(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(0, .01);
    }

    @Ambiguous(classes = {1, 7})
    void onesAndSevensCanBeConfused(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(0, .01);
    }

    @Tag("long")
    @Ambiguous
    void someInputsLookLikeEveryDigit(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(0, .01);
    }
}
