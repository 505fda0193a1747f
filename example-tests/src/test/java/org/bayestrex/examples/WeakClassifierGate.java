/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.DataDistribution;
import org.bayestrex.junit.HighConfidenceFailures;
import org.bayestrex.junit.ModelUnderTest;

/**
 * The gate of a classifier that should not ship: it was trained on 600 pictures, and is as sure of itself as one
 * trained on 60,000. {@link RedGateTest} runs it, since on its own it stops the build, as it should.
 */
@ModelUnderTest("models/mnist-cnn-weak.pt")
@DataDistribution(value = "models/mnist-vae.pt", latentSize = 5, without = "models/mnist-vae-without-{class}.pt")
class WeakClassifierGate {

    @HighConfidenceFailures(excludeClass = 8)
    void seldomSeesAnEightWhereThereIsNone(Findings findings) {
        assertThat(findings).hasFailureRateBelow(1e-3);
    }
}
