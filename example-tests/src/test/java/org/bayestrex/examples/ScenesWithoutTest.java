/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import org.bayestrex.engine.search.Findings;
import org.bayestrex.junit.Ambiguous;
import org.bayestrex.junit.HighConfidenceFailures;
import org.bayestrex.junit.ModelUnderTest;
import org.bayestrex.junit.NovelClassConfidence;
import org.bayestrex.junit.Sampling;
import org.bayestrex.junit.SceneDistribution;
import org.bayestrex.junit.Support;
import org.junit.jupiter.api.Tag;

/**
 * A counting network sees a cube where there are only spheres and cylinders, and one that never saw a cone takes cones for a cylinder: nobody has
 * to label what it sees, for the scenes hold none.
 */
@Sampling(pilot = 1024, chains = 16, warmup = 6, draws = 40)
class ScenesWithoutTest {

    @Tag("slow")
    @ModelUnderTest("models/clevr-count-cubes.pt")
    @SceneDistribution(without = "cube", asks = "cube")
    @HighConfidenceFailures(excludeClass = 1)
    void seldomSeesACubeWhereThereIsNone(Findings findings) {
        assertThat(findings).isNotEmpty().hasFailureRateBelow(.1);
    }

    @Tag("slow")
    @ModelUnderTest("models/clevr-count-cylinders-novel.pt")
    @SceneDistribution(only = "cone", asks = "cylinder", support = Support.NOVEL)
    @NovelClassConfidence(targetClass = 1)
    void takesConesForACylinder(Findings findings) {
        assertThat(findings).hasFailureRateBelow(.5);
    }

    @Tag("slow")
    @ModelUnderTest("models/clevr-count-cylinders-novel.pt")
    @SceneDistribution(only = "cone", asks = "cylinder", support = Support.NOVEL)
    @Ambiguous(classes = {0, 1})
    void isTornBetweenNoCylinderAndOneWhereThereAreConesOnly(Findings findings) {
        assertThat(findings).isNotEmpty().hasLevelSetMassBetween(.01, .1);
    }
}
