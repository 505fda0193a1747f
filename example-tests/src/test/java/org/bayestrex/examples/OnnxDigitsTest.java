/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.DataDistribution;
import org.bayestrex.junit.HighConfidence;
import org.bayestrex.junit.ModelUnderTest;

/** A classifier that is an ONNX file: it has no gradient, and is searched by samplers that need none. */
@ModelUnderTest("models/digits-lenet-source.onnx")
@DataDistribution(value = "models/mnist-vae.pt", latentSize = 5)
class OnnxDigitsTest {

    /** Trained on printed digits alone, it is nevertheless sure of some written ones. */
    @HighConfidence(targetClass = 4)
    void isSureOfFours(Findings findings) {
        assertThat(findings).hasConverged().isNotEmpty();
    }
}
