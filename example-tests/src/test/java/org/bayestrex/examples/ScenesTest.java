/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.Ambiguous;
import org.bayestrex.junit.HighConfidence;
import org.bayestrex.junit.ModelUnderTest;
import org.bayestrex.junit.Sampling;
import org.bayestrex.junit.SceneDistribution;
import org.junit.jupiter.api.Tag;

/**
 * Scenes of five objects, and a network that counts them: what does it take for five spheres, or two blue ones, and when is it
 * torn between two counts? The scene itself says how many there are.
 */
@Sampling(pilot = 1024, chains = 16, warmup = 6, draws = 40)
class ScenesTest {

    @ModelUnderTest("models/clevr-count-blue-spheres.pt")
    @SceneDistribution(asks = "blue sphere")
    @HighConfidence(targetClass = 2)
    void twoBlueSpheres(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.001, .05);
    }

    @Tag("slow")
    @ModelUnderTest("models/clevr-count-spheres.pt")
    @SceneDistribution(asks = "sphere")
    @HighConfidence(targetClass = 5)
    void fiveSpheres(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.0005, .05);
    }

    /** One scene in a thousand, and nothing about a scene foretells it: plain scenes find some, and say how rare they are. */
    @Tag("slow")
    @Sampling(method = Method.DIRECT)
    @ModelUnderTest("models/clevr-count-spheres.pt")
    @SceneDistribution(asks = "sphere")
    @Ambiguous(classes = {1, 2})
    void oneSphereOrTwo(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(1e-4, .01);
    }

    /** From none, which is in half of the scenes, to ten, which hardly any of so many objects is admitted with. */
    @Tag("slow")
    @Tag("long")
    @Sampling(deadlineSeconds = 60)
    @ModelUnderTest("models/clevr-count-cubes.pt")
    @SceneDistribution(
            objects = {3, 10},
            asks = "cube")
    @HighConfidence
    void everyNumberOfCubes(Findings findings) {
        assertThat(findings).hasLevelSetMassBetween(0, .6);
    }
}
