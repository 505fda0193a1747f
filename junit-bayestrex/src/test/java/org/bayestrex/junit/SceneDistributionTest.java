/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.scene.Colour;
import org.bayestrex.engine.scene.Count;
import org.bayestrex.engine.scene.Shape;
import org.bayestrex.engine.search.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@link SceneDistribution}: scenes are searched, and say by themselves how many objects they hold. */
class SceneDistributionTest {

    private static final Queue<Findings> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void theSceneIsTheTrueLabel() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Confident.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        Findings findings = SEEN.element();
        var scenes =
                (org.bayestrex.engine.scene.SceneDistribution) findings.spec().distribution();
        Count blueSpheres = Count.of(Colour.BLUE, Shape.SPHERE);
        assertThat(findings.inLevelSet()).isNotEmpty().allSatisfy(sample -> {
            int there = blueSpheres.in(scenes.scene(sample.latent()));
            assertThat(sample.labels().get(scenes.name())).hasValue(there);
        });
        assertThat(findings.wrongLabelShare().isUnknown()).isFalse();
        assertThat(findings.samples().get(0).input().shape()).containsExactly(3, 18, 24);
    }

    @SceneDistribution(objects = 2, asks = "blue sphere", width = 24, height = 18)
    static class Confident extends Counted {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void whatScenesCannotHoldIsAFailure() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Failures.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).containsExactly("wrongly confident in 1");
        assertThat(SEEN.element().wrongLabelShare().lower()).isEqualTo(1);
    }

    @SceneDistribution(objects = 2, without = "cube", asks = "cube", width = 24, height = 18)
    static class Failures extends Counted {
        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void moreThanThereAreObjectsIsAFailure() {
        assertThat(Jupiter.run(TooMany.class).passed()).containsExactly("wrongly confident in 2");
    }

    @SceneDistribution(objects = 1, asks = "cube", width = 24, height = 18)
    static class TooMany extends Counted {
        @HighConfidenceFailures(excludeClass = 2)
        void search(Findings findings) {}
    }

    @Test
    void shapesThatTheModelNeverSaw() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Novel.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).containsExactly("confident in 1 on novel classes");
        assertThat(SEEN.element().wrongLabelShare().lower()).isEqualTo(1);
    }

    static class Novel extends Counted {
        @SceneDistribution(
                objects = 2,
                only = "cone",
                asks = "cylinder",
                width = 24,
                height = 18,
                support = Support.NOVEL)
        @NovelClassConfidence(targetClass = 1)
        void search(Findings findings) {
            SEEN.add(findings);
        }
    }

    @Test
    void betweenTwoCounts() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Between.class);
        // then
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.passed()).hasSize(3).contains("ambiguous 0 v 1");
    }

    @SceneDistribution(
            objects = {1, 2},
            width = 24,
            height = 18)
    static class Between extends Counted {
        @Ambiguous(classes = {0, 1})
        void torn(Findings findings) {}

        @Interpolated(from = 0, to = 1, steps = 2)
        void graded(Findings findings) {}
    }

    @Test
    void theNearerDistributionCounts() {
        // when
        Jupiter.Outcome outcome = Jupiter.run(Nearer.class);
        // then
        assertThat(outcome.failure()).contains("@DataDistribution(value = \"nowhere.pt\")");
    }

    @SceneDistribution(width = 24, height = 18)
    static class Nearer extends Counted {
        @DataDistribution(value = "nowhere.pt", latentSize = 5)
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void twoDistributionsAtOnce() {
        assertThat(Jupiter.run(Twice.class).failure())
                .isEqualTo(
                        "@SceneDistribution on SceneDistributionTest$Twice: @DataDistribution stands there too. Keep one of "
                                + "the two.");
    }

    @SceneDistribution
    @DataDistribution(value = "nowhere.pt", latentSize = 5)
    static class Twice extends Counted {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void aDistributionOfTheBuilderBesideIt() {
        assertThat(Jupiter.run(BesideBuilder.class).failure())
                .startsWith("@SceneDistribution on SceneDistributionTest$BesideBuilder: BayesTrex.builder()");
    }

    @SceneDistribution
    static class BesideBuilder {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = Plane.extension();

        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void anOracleBesideTheScene() {
        assertThat(Jupiter.run(WithOracle.class).failure())
                .startsWith("Labels for SceneDistributionTest$WithOracle#search: the true label comes from the scene")
                .contains("no oracle is needed", "Take @LabelledBy", "away");
    }

    @SceneDistribution(objects = 2, asks = "cube", width = 24, height = 18)
    static class WithOracle extends Counted {
        @LabelledBy(file = "labels.csv")
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void unknownShape() {
        assertThat(Jupiter.run(UnknownShape.class).failure())
                .isEqualTo(
                        "@SceneDistribution(without = \"cubes\") on SceneDistributionTest$UnknownShape: there is no such shape. "
                                + "Choose among cube, sphere, cylinder, cone.");
    }

    @SceneDistribution(without = "cubes")
    static class UnknownShape extends Counted {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void unknownWordInTheQuestion() {
        assertThat(Jupiter.run(UnknownWord.class).failure())
                .startsWith(
                        "@SceneDistribution(asks = \"azure sphere\") on SceneDistributionTest$UnknownWord: \"azure\" is no size");
    }

    @SceneDistribution(asks = "azure sphere")
    static class UnknownWord extends Counted {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void noShapeLeft() {
        assertThat(Jupiter.run(NoShape.class).failure())
                .startsWith("@SceneDistribution on SceneDistributionTest$NoShape: without takes away every shape");
    }

    @SceneDistribution(only = "cube", without = "cube")
    static class NoShape extends Counted {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void impossibleNumberOfObjects() {
        assertThat(Jupiter.run(NoObjects.class).failure())
                .startsWith("@SceneDistribution(objects = {3, 2}) on SceneDistributionTest$NoObjects: this is neither");
    }

    @SceneDistribution(objects = {3, 2})
    static class NoObjects extends Counted {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void moreObjectsThanTheModelCounts() {
        assertThat(Jupiter.run(TooFewClasses.class).failure())
                .startsWith(
                        "@SceneDistribution(asks = \"cube\") on SceneDistributionTest$TooFewClasses: there may be 5 of them, but "
                                + "the model has the classes 0 to 2.");
    }

    @SceneDistribution(asks = "cube", width = 24, height = 18)
    static class TooFewClasses extends Counted {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void failuresThatCannotBeTold() {
        assertThat(Jupiter.run(Untold.class).failure())
                .startsWith("@HighConfidenceFailures on SceneDistributionTest$Untold#search: the scenes of "
                        + "SceneDistributionTest$Untold do not say what the model counts");
        assertThat(Jupiter.run(Held.class).failure())
                .startsWith(
                        "@HighConfidenceFailures(excludeClass = 1) on SceneDistributionTest$Held#search: among the scenes")
                .contains("whose count of cube is 1", "@SceneDistribution(without = ...)");
    }

    @SceneDistribution(width = 24, height = 18)
    static class Untold extends Counted {
        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {}
    }

    @SceneDistribution(objects = 2, asks = "cube", width = 24, height = 18)
    static class Held extends Counted {
        @HighConfidenceFailures(excludeClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void shapesThatTheModelKnows() {
        assertThat(Jupiter.run(Known.class).failure())
                .startsWith("@NovelClassConfidence on SceneDistributionTest$Known#search: the scenes of")
                .contains("support = Support.NOVEL");
        assertThat(Jupiter.run(KnownAfterAll.class).failure())
                .contains("may hold a cylinder, so an answer may be right");
    }

    @SceneDistribution(objects = 2, only = "cone", asks = "cylinder", width = 24, height = 18)
    static class Known extends Counted {
        @NovelClassConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @SceneDistribution(objects = 2, asks = "cylinder", width = 24, height = 18, support = Support.NOVEL)
    static class KnownAfterAll extends Counted {
        @NovelClassConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    @Test
    void picturesOfAnotherSize() {
        assertThat(Jupiter.run(OtherSize.class).failure())
                .startsWith("@ModelUnderTest and @SceneDistribution(width = 8, height = 8) on "
                        + "SceneDistributionTest$OtherSize#search do not fit together")
                .contains("Give the size of the pictures");
    }

    @SceneDistribution(objects = 2, width = 8, height = 8)
    static class OtherSize extends Counted {
        @HighConfidence(targetClass = 1)
        void search(Findings findings) {}
    }

    /** A model of pictures 24 x 18 that takes dark ones for 0, light ones for 1 and never says 2. */
    static class Counted {
        @RegisterExtension
        static final BayesTrex BAYES_TREX = BayesTrex.builder()
                .modelUnderTest(Classifier.of("brightness", List.of(), Counted::logits))
                .sampling(Plane.QUICK.withMethod(Method.DIRECT).withDraws(20).withDeadline(Duration.ofSeconds(60)))
                .build();

        private static Tensor logits(Tensor pictures) {
            int rows = pictures.shape()[0];
            int values = pictures.size() / rows;
            if (values != 3 * 18 * 24) {
                throw new IllegalArgumentException("pictures of 24 x 18 are expected");
            }
            float[] logits = new float[3 * rows];
            for (int row = 0; row < rows; row++) {
                float sum = 0;
                for (int k = 0; k < values; k++) {
                    sum += pictures.get(row * values + k);
                }
                logits[3 * row + 1] = 400 * (sum / values - .42f);
                logits[3 * row + 2] = -20;
            }
            return Tensor.of(logits, rows, 3);
        }
    }
}
