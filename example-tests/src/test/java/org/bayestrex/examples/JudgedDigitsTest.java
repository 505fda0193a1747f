/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.HighConfidence;
import org.bayestrex.junit.LabelledBy;
import org.junit.jupiter.api.Tag;

/** Is a digit that the classifier is sure of the digit that it says? A judge labels what was found, corrected for its errors. */
@Tag("slow")
@OnGan
@LabelledBy(judge = "models/mnist-judge.pt")
class JudgedDigitsTest {

    @HighConfidence(targetClass = 4)
    void whatItTakesForAFourIsOne(Findings findings) {
        assertThat(findings).hasConverged().hasWrongLabelShareBelow(.1);
    }

    @Tag("long")
    @HighConfidence
    void whatItTakesForADigitIsThatDigit(Findings findings) {
        assertThat(findings).hasWrongLabelShareBelow(.3);
    }
}
