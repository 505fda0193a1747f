/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.junit.DataDistribution;
import org.bayestrex.junit.LabelledBy;
import org.bayestrex.junit.ModelUnderTest;
import org.bayestrex.junit.OverconfidenceAgainst;
import org.junit.jupiter.api.Tag;

/**
 * A LeNet of printed digits was adapted to handwritten ones without their labels. It is right more often; is it also more
 * often wrong where it is sure, as the paper suspects? A judge of handwritten digits says.
 */
@Tag("slow")
@ModelUnderTest("models/digits-lenet-adda.pt")
@DataDistribution(value = "models/mnist-gan.pt", latentSize = 5)
@LabelledBy(judge = "models/mnist-judge.pt")
class AdaptedDigitsTest {

    @OverconfidenceAgainst(baseline = "models/digits-lenet-source.pt")
    void adaptingMadeItNoMoreOverconfident(Comparison comparison) {
        assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(0);
    }
}
