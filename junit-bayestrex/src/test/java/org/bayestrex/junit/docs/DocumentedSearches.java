/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.docs;

import static org.bayestrex.junit.BayesTrexAssertions.assertThat;

import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.scene.GivenScenes;
import org.bayestrex.engine.scene.Renderer;
import org.bayestrex.engine.scene.Scene;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.junit.Ambiguous;
import org.bayestrex.junit.DataDistribution;
import org.bayestrex.junit.Gate;
import org.bayestrex.junit.HighConfidence;
import org.bayestrex.junit.HighConfidenceFailures;
import org.bayestrex.junit.Interpolated;
import org.bayestrex.junit.ModelUnderTest;
import org.bayestrex.junit.NearestIn;
import org.bayestrex.junit.NovelClassConfidence;
import org.bayestrex.junit.OverconfidenceAgainst;
import org.bayestrex.junit.Sampling;
import org.bayestrex.junit.SceneDistribution;
import org.bayestrex.junit.Support;

/** The documentation's searches of real models: here they only have to compile. */
@SuppressWarnings("ClassCanBeStatic") // a page shows a class that is not nested
final class DocumentedSearches {

    private DocumentedSearches() {}

    @ModelUnderTest("models/mnist-cnn.pt")
    @DataDistribution(value = "models/mnist-vae.pt", latentSize = 5, without = "models/mnist-vae-without-{class}.pt")
    class DigitModelTest {

        @HighConfidence(targetClass = 4)
        void findsFours(Findings findings) {
            assertThat(findings).hasConverged().isNotEmpty();
        }
    }

    @ModelUnderTest("models/clevr-count-cubes.pt")
    @SceneDistribution(without = "cube", asks = "cube")
    class CubeCounterTest {

        @HighConfidenceFailures(excludeClass = 1)
        void seldomSeesACubeWhereThereIsNone(Findings findings) {
            assertThat(findings).hasFailureRateBelow(1e-3);
        }
    }

    static List<Replayed> askedAgain(Scene scene, Classifier classifier) {
        GivenScenes scenes = new GivenScenes(List.of(scene, scene.without(2)), new Renderer(96, 72));
        List<Replayed> answers = Replayed.at(scenes.latents(), classifier, scenes);
        return answers;
    }

    static class HighConfidencePage {
        @HighConfidence(targetClass = 4)
        void findsFours(Findings findings) {
            assertThat(findings).hasConverged().hasLevelSetMassBetween(.05, .2);
        }

        @HighConfidence
        void everyClassCanBeFound(Findings findings) {
            assertThat(findings).isNotEmpty();
        }
    }

    static class FailuresPage {
        @HighConfidenceFailures(excludeClass = 2)
        void seldomSeesATwoWhereThereIsNone(Findings findings) {
            assertThat(findings).hasConverged().hasFailureRateBelow(1e-3).hasWrongLabelConfidenceBelow(.95);
        }
    }

    static class GatesPage {
        @HighConfidenceFailures
        @Gate(failureRateBelow = 1e-3)
        void seldomSeesAClassWhereThereIsNone() {}
    }

    static class AmbiguousPage {
        @Ambiguous(classes = {8, 9})
        void eightsAndNinesCanBeConfused(Findings findings) {
            assertThat(findings).hasConverged().isNotEmpty();
        }

        @Ambiguous
        void canBeAtALoss(Findings findings) {
            assertThat(findings).isNotEmpty();
        }
    }

    static class TestSetPage {
        @NearestIn("data/mnist")
        @Ambiguous(classes = {4, 9})
        void foursThatCouldBeNinesLookLikeTheData(Findings findings) {
            assertThat(findings).isNotEmpty();
        }
    }

    static class OverconfidencePage {
        @OverconfidenceAgainst(baseline = "models/mnist-cnn-1.0.pt")
        void noMoreOverconfidentThanTheLastRelease(Comparison comparison) {
            assertThat(comparison).isNotMoreOverconfidentThanBaselineBy(.02);
        }
    }

    static class NovelClassesPage {
        @DataDistribution(value = "models/unseen-digits.pt", latentSize = 5, support = Support.NOVEL)
        @NovelClassConfidence(targetClass = 6)
        void seldomTakesUnseenDigitsForASix(Findings findings) {
            assertThat(findings).hasFailureRateBelow(1e-2);
        }
    }

    static class InterpolatedPage {
        @Interpolated(from = 8, to = 9)
        void eightsTurnIntoNines(Findings findings) {
            assertThat(findings).isNotEmpty();
        }
    }

    static class SamplingPage {
        @Sampling(chains = 32, draws = 500, seed = 7)
        @Ambiguous(classes = {8, 9})
        void eightsAndNinesCanBeConfused(Findings findings) {
            assertThat(findings).hasConverged().isNotEmpty();
        }
    }
}
