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

/**
 * A classifier that knows only 0, 1, 3, 6 and 9 is shown the other digits: what does it take them for, and how often? It
 * has nothing to say "none of these" with, so that it is sure of far too many.
 */
@Tag("slow")
@ModelUnderTest(
        value = "models/mnist-cnn-novel.pt",
        labels = {"0", "1", "3", "6", "9"})
@DataDistribution(value = "models/mnist-gan-novel.pt", latentSize = 5, support = Support.NOVEL)
@Sampling(draws = 100)
class NovelDigitsTest {

    private static final int SIX = 3;

    @NovelClassConfidence(targetClass = SIX)
    void takesUnseenDigitsForASix(Findings findings) {
        assertThat(findings).isNotEmpty().hasFailureRateBelow(.2);
    }

    @Tag("long")
    @NovelClassConfidence
    void takesUnseenDigitsForAnyDigit(Findings findings) {
        assertThat(findings).isNotEmpty().hasFailureRateBelow(.5);
    }
}
