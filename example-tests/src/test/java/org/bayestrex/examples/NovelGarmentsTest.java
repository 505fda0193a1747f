/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.DataDistribution;
import org.bayestrex.junit.ModelUnderTest;
import org.bayestrex.junit.NovelClassConfidence;
import org.bayestrex.junit.Sampling;
import org.bayestrex.junit.Support;
import org.junit.jupiter.api.Tag;

/** A classifier that knows only five garments is shown the other five: what does it take them for, and how often? */
@Tag("slow")
@ModelUnderTest(
        value = "models/fashion-cnn-novel.pt",
        labels = {"Pullover", "Dress", "Sandal", "Shirt", "Ankle boot"})
@DataDistribution(value = "models/fashion-gan-novel.pt", latentSize = 5, support = Support.NOVEL)
@Sampling(draws = 100)
class NovelGarmentsTest {

    private static final int SANDAL = 2;

    @NovelClassConfidence(targetClass = SANDAL)
    void takesUnseenGarmentsForASandal(Findings findings) {
        assertThat(findings).isNotEmpty().hasFailureRateBelow(.4);
    }

    @Tag("long")
    @NovelClassConfidence
    void takesUnseenGarmentsForAnyGarment(Findings findings) {
        assertThat(findings).isNotEmpty().hasFailureRateBelow(.7);
    }
}
