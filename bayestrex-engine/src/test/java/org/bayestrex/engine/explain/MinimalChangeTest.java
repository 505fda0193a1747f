/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;

class MinimalChangeTest {

    @Test
    void theWayOutOfADiscIsTheWayToItsEdge() {
        Discs disc = new Discs(List.of(new double[] {1.5, 0, .5}));
        Findings findings = Search.of(disc.classifier(), Discs.PLANE)
                .target(HighConfidence.of(0))
                .method(Method.DIRECT)
                .draws(50)
                .seed(5)
                .run();
        List<Sample> samples = findings.inLevelSet().subList(0, 5);

        List<Optional<MinimalChange>> changes = MinimalChange.of(findings, samples);

        for (int i = 0; i < samples.size(); i++) {
            double[] latent = samples.get(i).latent();
            double exact = .5 - Math.hypot(latent[0] - 1.5, latent[1]);
            MinimalChange change = changes.get(i).orElseThrow();
            assertThat(change.distance()).isBetween(exact - 1e-3, exact * 1.05 + .01);
            assertThat(change.cls()).isZero();
            assertThat(change.other()).isEqualTo(1);
            assertThat(change.steps()).hasSize(MinimalChange.STEPS);
            assertThat(change.steps().get(0).confidences()[0])
                    .isCloseTo(samples.get(i).confidences()[0], within(1e-5));
            assertThat(change.steps().get(6).predictedClass()).isEqualTo(1);
            assertThat(change.steps().get(5).predictedClass()).isZero();
        }
    }

    @Test
    void thereIsNoneWhereOneClassIsFavouredEverywhere() {
        LatentClassifier sure = LatentClassifier.of(
                TestModels.rows("sure", z -> new float[] {9, 0}), DataDistribution.of("plane", 2, z -> z));

        assertThat(new BoundarySearch(sure, 0, new double[] {0, 0}).nearest()).isEmpty();
    }

    @Test
    void theGradientMakesTheWayOutOfADigitShorter() {
        try (Classifier classifier = TestModels.digitClassifier();
                DataDistribution digits = TestModels.digits()) {
            LatentClassifier model = LatentClassifier.of(classifier, digits);
            double[] origin = new double[TestModels.DIGIT_LATENTS];
            float[] logits = model.logits(new float[TestModels.DIGIT_LATENTS], 1);
            int cls = 0;
            for (int k = 1; k < 10; k++) {
                cls = logits[k] > logits[cls] ? k : cls;
            }

            double with = BoundarySearch.distance(
                    origin, new BoundarySearch(model, cls, origin).nearest().orElseThrow());
            double without = BoundarySearch.distance(
                    origin,
                    new BoundarySearch(new WithoutGradient(model), cls, origin)
                            .nearest()
                            .orElseThrow());

            assertThat(with).isLessThanOrEqualTo(without * 1.02);
        }
    }

    private record WithoutGradient(LatentClassifier delegate) implements LatentClassifier {

        @Override
        public String name() {
            return delegate.name();
        }

        @Override
        public int latentSize() {
            return delegate.latentSize();
        }

        @Override
        public int classes() {
            return delegate.classes();
        }

        @Override
        public float[] logits(float[] latents, int rows) {
            return delegate.logits(latents, rows);
        }

        @Override
        public boolean isDifferentiable() {
            return false;
        }

        @Override
        public float[] pullBack(float[] latents, int rows, Head head) {
            throw new UnsupportedOperationException("by design");
        }
    }
}
