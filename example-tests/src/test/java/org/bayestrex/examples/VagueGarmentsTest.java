/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.Ambiguous;
import org.bayestrex.junit.DataDistribution;
import org.bayestrex.junit.HighConfidence;
import org.bayestrex.junit.ModelUnderTest;
import org.bayestrex.junit.Sampling;
import org.junit.jupiter.api.Tag;

/**
 * A classifier that was taught to halve its belief between each garment and the next. What was put into it must come out:
 * torn between neighbours, and sure of nothing.
 */
@Tag("slow")
@ModelUnderTest("models/fashion-cnn-vague.pt")
@DataDistribution(value = "models/fashion-gan.pt", latentSize = 5)
class VagueGarmentsTest {

    @Sampling(draws = 100)
    @Ambiguous(classes = {4, 5})
    void coatsAreHalfSandals(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.005, .05);
    }

    @Sampling(draws = 100)
    @Ambiguous(classes = {9, 0})
    void bootsAreHalfTShirts(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.03, .2);
    }

    /** Plain draws alone: to bound a rate from above they are enough. */
    @Sampling(method = Method.DIRECT, draws = 16)
    @HighConfidence(targetClass = 4)
    void isNeverSureOfACoat(Findings findings) {
        assertThat(findings).hasLevelSetMassBetween(0, 1e-3);
    }
}
