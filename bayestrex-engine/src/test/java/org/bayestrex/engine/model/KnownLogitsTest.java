/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.TorchScript.Output;
import org.junit.jupiter.api.Test;

/** A linear pair of models, whose logits and gradients can be had by hand. */
class KnownLogitsTest {

    /** At z = (1, 2), so at the input (1, 2, 3). */
    private static final float[] POINT = {1, 2};

    private static final float[] LOGITS = {1 + 1 - 3 + .1f, -2 + 2 - .2f, .5f + .5f + 6 + .3f};

    @Test
    void logitsAreTheModels() {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);

            assertThat(model.name()).isEqualTo("linear-classifier.pt on linear-generator.pt");
            assertThat(model.latentSize()).isEqualTo(2);
            assertThat(model.classes()).isEqualTo(3);
            assertThat(model.isDifferentiable()).isTrue();
            assertThat(model.logits(POINT, 1)).containsExactly(LOGITS, within(1e-5f));
            assertThat(classifier.logits(Tensor.of(new float[] {1, 2, 3}, 1, 3)).toArray())
                    .containsExactly(LOGITS, within(1e-5f));
            assertThat(generator.generate(Tensor.of(POINT, 1, 2))).isEqualTo(Tensor.of(new float[] {1, 2, 3}, 1, 3));
        }
    }

    @Test
    void thePullBackIsTheWeightsColumnSums() {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);

            float[] gradient = model.pullBack(new float[] {1, 2, -3, 0}, 2, logits -> {
                assertThat(logits).startsWith(LOGITS, within(1e-5f));
                return new float[] {1, 0, 0, 0, 0, 2};
            });

            // logit 0 is z_0 + z_1 / 2 - (z_0 + z_1); logit 2 is z_0 / 2 + z_1 / 4 + 2 (z_0 + z_1)
            assertThat(gradient).containsExactly(new float[] {0, -.5f, 5, 4.5f}, within(1e-5f));
        }
    }

    @Test
    void ofProbabilitiesTheLogarithmIsTaken() {
        try (Classifier classifier = TorchScript.classifier(
                        TestModels.tiny("probabilities"), Output.PROBABILITIES, List.of(), Device.cpu());
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);
            float[] logits = model.logits(POINT, 1);

            double sum = Math.exp(LOGITS[0]) + Math.exp(LOGITS[1]) + Math.exp(LOGITS[2]);
            for (int k = 0; k < 3; k++) {
                assertThat((double) logits[k]).isCloseTo(LOGITS[k] - Math.log(sum), within(1e-4));
            }
        }
    }

    @Test
    void aProbabilityOfZeroKeepsAFiniteLogarithm() {
        try (Classifier classifier = TorchScript.classifier(
                        TestModels.tiny("probabilities"), Output.PROBABILITIES, List.of(), Device.cpu());
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);

            for (float logit : model.logits(new float[] {100, 100}, 1)) {
                assertThat(logit).isFinite();
            }
            for (float slope : model.pullBack(new float[] {100, 100}, 1, logits -> new float[] {1, -1, 1})) {
                assertThat(slope).isFinite();
            }
        }
    }
}
