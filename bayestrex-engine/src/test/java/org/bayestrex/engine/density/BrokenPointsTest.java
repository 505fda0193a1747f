/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A point on which a model or a target breaks is told apart from its neighbours in the batch. */
class BrokenPointsTest {

    private static final Posterior POSTERIOR = new Posterior(HighConfidence.of(1), .05);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereAModelThrowsOnlyTheCulpritFails(boolean gradient) {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("throws")) {
            // given
            Answers answers = new Answers(new GradientBatcher(LatentClassifier.of(classifier, generator), 8));

            // when
            answers.submit(POSTERIOR, gradient, 0, 1);
            answers.submit(POSTERIOR, gradient, 1.75, -.5);
            answers.submit(POSTERIOR, gradient, 1, 1);
            answers.serveAll();

            // then
            assertThat(answers.evaluations).containsOnlyKeys(0, 2);
            assertThat(answers.failures).containsOnlyKeys(1);
            assertThat(answers.failures.get(1))
                    .hasMessageContaining("The model throws.pt failed")
                    .hasMessageContaining("the first latent is too large")
                    .hasMessageEndingWith("(latent [1.75, -0.5])");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nanIsABrokenEvaluationWithoutDensity(boolean gradient) {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("half-nan")) {
            // given
            Answers answers = new Answers(new GradientBatcher(LatentClassifier.of(classifier, generator), 4));

            // when
            answers.submit(POSTERIOR, gradient, -1, 0);
            answers.submit(POSTERIOR, gradient, 1, 0);
            answers.serveAll();

            // then
            assertThat(answers.failures).isEmpty();
            assertThat(answers.evaluations.get(0).isBroken()).isTrue();
            assertThat(answers.evaluations.get(0).logDensity()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(answers.evaluations.get(1).isBroken()).isFalse();
            assertThat(answers.evaluations.get(1).logDensity()).isFinite();
            if (gradient) {
                assertThat(answers.evaluations.get(1).gradient()).doesNotContain(Double.NaN);
            }
        }
    }

    /** A user's target that throws, without a message, where class 0 leads. */
    private record Fussy() implements Target {
        @Override
        public String describe() {
            return "fussy";
        }

        @Override
        public void requireFits(int classes) {}

        @Override
        public double logLikelihood(double[] p, double sigma, double[] gradient) {
            if (p[0] > .5) {
                throw new UnsupportedOperationException();
            }
            return 0;
        }

        @Override
        public boolean contains(double[] p, double sigma) {
            return false;
        }
    }

    @Test
    void whereATargetThrowsOnlyItsPointFails() {
        // given
        LatentClassifier model = LatentClassifier.of(TestModels.linear(2), TestModels.latents(1));
        Answers answers = new Answers(new GradientBatcher(model, 4));

        // when
        answers.submit(new Posterior(new Fussy(), .05), false, -1);
        answers.submit(new Posterior(new Fussy(), .05), false, 1);
        answers.submit(POSTERIOR, false, 1);
        answers.serveAll();

        // then
        assertThat(answers.evaluations).containsOnlyKeys(0, 2);
        assertThat(answers.failures.get(1))
                .hasMessage("java.lang.UnsupportedOperationException (latent [1.0])")
                .hasCauseInstanceOf(UnsupportedOperationException.class);
    }
}
