/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.BayesTrexAssertions;
import org.bayestrex.junit.DataDistribution;
import org.bayestrex.junit.HighConfidence;
import org.bayestrex.junit.LabelledBy;
import org.bayestrex.junit.ModelUnderTest;
import org.bayestrex.junit.Sampling;
import org.junit.jupiter.api.Tag;

/**
 * A classifier that knows the digits 0, 1, 3, 6 and 9 only, on inputs of all ten: the judge knows all of them, and the model's
 * card says which five are its own.
 */
@Tag("slow")
@ModelUnderTest(
        value = "models/mnist-cnn-novel.pt",
        labels = {"0", "1", "3", "6", "9"})
@DataDistribution(value = "models/mnist-vae.pt", latentSize = 5)
@LabelledBy(judge = "models/mnist-judge.pt")
class UnknownDigitsTest {

    @HighConfidence(targetClass = 4)
    @Sampling(seed = 7)
    void whatItTakesForANineIsOftenAnotherDigit(Findings findings) {
        BayesTrexAssertions.assertThat(findings).isNotEmpty();
        assertThat(findings.inLevelSet())
                .anySatisfy(sample ->
                        assertThat(sample.labels().get("mnist-judge.pt")).hasValue(LabelOracle.NONE));
        assertThat(findings.wrongLabelShare().lower()).isGreaterThan(.2);
    }
}
