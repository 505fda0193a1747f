/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.junit.DataDistribution;
import org.bayestrex.junit.LabelledBy;
import org.bayestrex.junit.ModelUnderTest;
import org.bayestrex.junit.OverconfidenceAgainst;
import org.bayestrex.junit.Sampling;
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

    /** The interval alone, which is no gate: so few draws do not settle for each of the 20 searches that it has converged. */
    @Sampling(draws = 100)
    @OverconfidenceAgainst(baseline = "models/digits-lenet-source.pt")
    void adaptingMadeItLessOverconfident(Comparison comparison) {
        Assertions.assertThat(comparison.excessOverconfidence().upper()).isLessThan(-.1);
    }

    @Tag("long")
    @Sampling(draws = 1600)
    @OverconfidenceAgainst(baseline = "models/digits-lenet-source.pt")
    void adaptingMadeItNoMoreOverconfident(Comparison comparison) {
        assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(0);
    }
}
