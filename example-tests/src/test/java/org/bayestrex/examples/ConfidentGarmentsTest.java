/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.assertj.core.api.Assertions.within;
import static org.bayestrex.examples.Garments.COAT;
import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.HighConfidence;
import org.bayestrex.junit.LabelledBy;
import org.junit.jupiter.api.Tag;

/** What does the classifier take for a clear example of a garment, and is it one? */
@Tag("slow")
@LabelledBy(judge = "models/fashion-judge.pt")
class ConfidentGarmentsTest {

    @OnGarmentGan
    @HighConfidence(targetClass = COAT)
    void aClearCoat(Findings findings) {
        assertThat(findings)
                .hasConverged()
                .hasLevelSetMassBetween(.005, .05)
                .hasMeanConfidence(COAT, 1, within(.08))
                .hasWrongLabelShareBelow(.5);
    }

    @OnGarmentVae
    @HighConfidence(targetClass = COAT)
    void aClearCoatOfTheAutoencoder(Findings findings) {
        assertThat(findings)
                .hasConverged()
                .hasLevelSetMassBetween(.005, .05)
                .hasMeanConfidence(COAT, 1, within(.08))
                .hasWrongLabelShareBelow(.5);
    }

    @Tag("long")
    @OnGarmentGan
    @HighConfidence
    void everyGarmentHasClearExamples(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.001, .2);
    }
}
