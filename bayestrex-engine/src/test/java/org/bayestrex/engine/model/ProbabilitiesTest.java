/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.TorchScript.Output;
import org.junit.jupiter.api.Test;

/** Logarithms of probabilities near 0 and 1, and outputs that are not what they are said to be. */
class ProbabilitiesTest {

    private static Tensor row(float... values) {
        return Tensor.of(values, 1, values.length);
    }

    @Test
    void logOddsAreExactAsLongAsTheSmallProbabilityIsAFloat() {
        for (float small : new float[] {.5f, 1e-3f, 1e-10f, 1e-30f}) {
            Tensor logits = Probabilities.logarithms(row((float) (1 - (double) small), small));

            double exact = Math.log1p(-(double) small) - Math.log(small);
            assertThat((double) logits.get(0) - logits.get(1)).isCloseTo(exact, within(1e-5));
        }
    }

    @Test
    void whatUnderflowedIsCutOffAndNaNStaysNaN() {
        Tensor logits = Probabilities.logarithms(row(1, 0, Float.MIN_VALUE, Float.NaN));

        assertThat(logits.get(0)).isZero();
        assertThat(logits.get(1)).isEqualTo(logits.get(2)).isCloseTo(-87.34f, within(.01f));
        assertThat(logits.get(3)).isNaN();
    }

    @Test
    void torchScriptTakesTheSameLogarithms() {
        try (Classifier softmax = TorchScript.classifier(
                TestModels.tiny("probabilities"), Output.PROBABILITIES, List.of(), Device.cpu())) {
            for (float x : new float[] {0, 3, -10, 20, 40, -40}) {
                Tensor logits = softmax.logits(row(x, 0, 0));

                double exact = Math.max(-87.34, Math.min(87.34, 3 * x + .3));
                assertThat((double) logits.get(0) - logits.get(1)).isCloseTo(exact, within(.01));
            }
        }
    }

    @Test
    void logitsThatAreCalledProbabilitiesAreRefused() {
        try (Classifier classifier = TorchScript.classifier(
                TestModels.tiny("linear-classifier"), Output.PROBABILITIES, List.of(), Device.cpu())) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> classifier.logits(row(3, 1, 0)))
                    .withMessageContaining("The outputs of linear-classifier.pt are no probabilities: a row sums to")
                    .withMessageContaining("Output.LOGITS");
        }
    }

    @Test
    void probabilitiesThatAreCalledLogitsAreRefused() {
        try (Classifier classifier = TestModels.tinyClassifier("probabilities");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> LatentClassifier.of(classifier, generator))
                    .withMessageContaining("The outputs of probabilities.pt look like probabilities");
        }
    }

    @Test
    void aSoftmaxOfHalfPrecisionPasses() {
        assertThatNoException().isThrownBy(() -> {
            new Probabilities("model", Output.PROBABILITIES).requireMeant(row(.9985f, .0007f));
            new Probabilities("model", Output.PROBABILITIES).requireMeant(row(Float.NaN, .5f));
            new Probabilities("model", Output.LOGITS).requireMeant(row(.3f, .5f));
        });
    }
}
