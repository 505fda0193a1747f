/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model that breaks costs draws, or fails the search with what is needed to look into it. */
class BrokenModelSearchTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWN_MOVES")
    void halfOfTheSpaceMayBeNan(Method method) {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("half-nan")) {
            Findings findings = Search.of(classifier, generator)
                    .target(HighConfidence.of(2))
                    .sampling(Searches.small(Method.ELLIPTICAL_SLICE).withMethod(method))
                    .run();

            assertThat(findings.samples()).hasSizeGreaterThanOrEqualTo(80).allSatisfy(sample -> {
                assertThat(sample.latent()[0]).isNotNegative();
                assertThat(sample.logDensity()).isFinite();
            });
            assertThat(findings.levelSetMass().upper()).isLessThan(.5);
        }
    }

    @Test
    void nanEverywhereIsAClearFailure() {
        Classifier nan = TestModels.rows("nan", z -> new float[] {Float.NaN, Float.NaN});

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Search.of(nan, TestModels.latents(2))
                        .target(HighConfidence.of(0))
                        .sampling(Searches.small(Method.ELLIPTICAL_SLICE))
                        .run())
                .withMessageContaining("nan on latents gave NaN at every one of")
                .withMessageContaining("seed 7");
    }

    @Test
    void aModelThatThrowsInMidSearchFailsItWithModelLatentAndSeed() {
        // given
        AtomicInteger calls = new AtomicInteger();
        Classifier moody = TestModels.rows("moody", z -> {
            if (calls.incrementAndGet() > 3000) {
                throw new IllegalStateException("enough");
            }
            return new float[] {4 * z[0], 0};
        });

        // then
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Search.of(moody, TestModels.latents(2))
                        .target(HighConfidence.of(0))
                        .sampling(Searches.small(Method.ELLIPTICAL_SLICE).withDraws(5000))
                        .run())
                .withMessageContaining("The search for confident in 0 in moody on latents failed (seed 7)")
                .withMessageContaining("The classifier moody failed: enough")
                .withMessageMatching("(?s).*\\(latent \\[-?\\d.*, -?\\d.*\\]\\)");
    }

    @Test
    void aSearchThatFailsDoesNotTakeOthersAlong() {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator");
                SearchService service = new SearchService(ProgressListener.SILENT)) {
            // given
            Sampling sampling = Searches.small(Method.ELLIPTICAL_SLICE);
            var failing = service.submit(new SearchSpec(classifier, generator, new Throwing(), sampling));
            var sound = service.submit(new SearchSpec(classifier, generator, HighConfidence.of(1), sampling));

            // then
            assertThat(sound.join().samples()).hasSize(80);
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(failing::join)
                    .withCauseInstanceOf(ModelException.class)
                    .withMessageContaining("The search for throwing")
                    .withMessageContaining("not today");
        }
    }

    private record Throwing() implements Target {
        @Override
        public String describe() {
            return "throwing";
        }

        @Override
        public void requireFits(int classes) {}

        @Override
        public double logLikelihood(double[] p, double sigma, double[] gradient) {
            throw new IllegalStateException("not today");
        }

        @Override
        public boolean contains(double[] p, double sigma) {
            return true;
        }
    }

    /** Likely nowhere: a target's own likelihood may be zero. */
    private record Impossible() implements Target {
        @Override
        public String describe() {
            return "impossible";
        }

        @Override
        public void requireFits(int classes) {}

        @Override
        public double logLikelihood(double[] p, double sigma, double[] gradient) {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public boolean contains(double[] p, double sigma) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "ELLIPTICAL_SLICE"})
    void aTargetThatIsLikelyNowhereIsAClearFailure(Method method) {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> Search.of(classifier, generator)
                            .target(new Impossible())
                            .sampling(Searches.small(method))
                            .run())
                    .withMessageContaining("impossible in linear-classifier.pt on linear-generator.pt")
                    .withMessageContaining("likelihood is zero at every one of");
        }
    }

    @Test
    void withoutAGradientNutsIsRefusedWithARemedy() {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Search.of(TestModels.linear(4), TestModels.latents(2))
                        .target(HighConfidence.of(0))
                        .sampling(Searches.small(Method.NUTS))
                        .run())
                .withMessageContaining("linear on latents has no gradient")
                .withMessageContaining("ELLIPTICAL_SLICE");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NUTS", "OWN_MOVES"})
    void withoutAGradientTheOthersWork(Method method) {
        Findings findings = Search.of(TestModels.linear(4), TestModels.latents(2))
                .target(HighConfidence.of(0))
                .sampling(Searches.small(method))
                .run();

        assertThat(findings.samples()).hasSize(80);
        assertThat(findings.effort().gradients()).isZero();
        assertThat(findings.meanConfidence(0)).isGreaterThan(.8);
    }

    @Test
    void aTargetThatDoesNotFitIsRefusedBeforeAnythingRuns() {
        AtomicInteger rows = new AtomicInteger();
        Classifier counting = TestModels.rows("counting", z -> {
            rows.incrementAndGet();
            return new float[] {z[0], 0};
        });

        try (SearchService service = new SearchService(ProgressListener.SILENT)) {
            CompletableFuture<Findings> result = service.submit(new SearchSpec(
                    counting, TestModels.latents(1), Ambiguous.between(0, 2), Searches.small(Method.ELLIPTICAL_SLICE)));
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(result::join)
                    .withCauseInstanceOf(IllegalArgumentException.class)
                    .withMessageContaining("Ambiguous: classes is 2, but the model has the classes 0 to 1");
        }
        assertThat(rows).hasValue(1);
    }
}
