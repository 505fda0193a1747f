/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.bayestrex.engine.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TorchScript loses gradients silently; the check accepts sound models and says what is wrong with others. */
class GradientCheckTest {

    private static final String REMEDY = "@Sampling(method = ELLIPTICAL_SLICE)";

    @ParameterizedTest
    @CsvSource({
        "mnist-cnn, mnist-vae",
        "mnist-cnn, mnist-gan",
        "mnist-cnn-weak, mnist-vae-without-4",
        "mnist-cnn, mnist-gan-without-2"
    })
    void realModelsPass(String classifierName, String generatorName) {
        try (Classifier classifier = TorchScript.classifier(TestModels.real(classifierName));
                DataDistribution generator = TorchScript.generator(
                        TestModels.real(generatorName), TestModels.DIGIT_LATENTS, Set.of(), Device.auto())) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);

            assertThatCode(() -> GradientCheck.require(model)).doesNotThrowAnyException();
        }
    }

    @Test
    void aLinearPairPasses() {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);

            assertThatCode(() -> GradientCheck.require(model)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"detaching", "step"})
    void aMissingGradientIsRefused(String name) {
        assertRefused(name, "No gradient flows through linear-classifier.pt on " + name + ".pt");
    }

    @Test
    void aGradientOfZeroIsRefused() {
        assertRefused("rounding", "The gradient of linear-classifier.pt on rounding.pt is zero everywhere");
    }

    @Test
    void aWrongGradientIsRefused() {
        assertRefused(
                "wrong-gradient",
                "The gradient of linear-classifier.pt on wrong-gradient.pt disagrees with finite differences at 16 of 16 points");
    }

    @Test
    void aGradientThatIsNotFiniteIsRefused() {
        assertRefused("nan-gradient", "The gradient of linear-classifier.pt on nan-gradient.pt is not finite");
    }

    private static void assertRefused(String generatorName, String message) {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator(generatorName)) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> GradientCheck.require(model))
                    .withMessageStartingWith(message)
                    .withMessageContaining(REMEDY);
        }
    }
}
