/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.TorchScript.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a model file is said before a search begins, with the model's name and the shapes. */
class TorchScriptMisuseTest {

    @Test
    void aMissingFile() {
        Path missing = Path.of("no", "such.pt");

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> TorchScript.classifier(missing))
                .withMessage("There is no model file " + missing + " (looked for " + missing.toAbsolutePath() + ")");
    }

    @Test
    void aFileThatIsNotTorchScript(@TempDir Path directory) throws IOException {
        Path text = Files.writeString(directory.resolve("text.pt"), "not a model");

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> TorchScript.classifier(text, Output.LOGITS, List.of(), Device.cpu()))
                .withMessageContaining("text.pt could not be loaded as TorchScript")
                .withMessageContaining("torch.jit.trace");
    }

    @Test
    void aLatentSizeThatTheGeneratorDoesNotHave() {
        try (Classifier classifier = TestModels.digitClassifier();
                DataDistribution generator =
                        TorchScript.generator(TestModels.real("mnist-vae"), 7, Set.of(), Device.cpu())) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> LatentClassifier.of(classifier, generator))
                    .withMessageContaining("The model mnist-vae.pt failed on an input of the shape (1, 7)")
                    .withMessageContaining("1x7 and 5x");
        }
    }

    @Test
    void noLatents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchScript.generator(TestModels.real("mnist-vae"), 0))
                .withMessage("A generator's latentSize must be 1 or more, but is 0");
    }

    @Test
    void aClassifierThatTakesOtherInputs() {
        try (Classifier classifier = TestModels.digitClassifier();
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> LatentClassifier.of(classifier, generator))
                    .withMessageContaining("The model mnist-cnn.pt failed on an input of the shape (1, 3)");
        }
    }

    @ParameterizedTest
    @CsvSource({"one-output, '[1, 1]'", "flat, '[3]'"})
    void aClassifierOfTheWrongShape(String name, String shape) {
        try (Classifier classifier = TestModels.tinyClassifier(name);
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> LatentClassifier.of(classifier, generator))
                    .withMessage(
                            "The classifier " + name + ".pt gave the shape " + shape
                                    + " for a batch of 1; logits of the shape [1, classes] with two classes or more are needed");
        }
    }

    @Test
    void aClassifierThatForgetsRows() {
        try (Classifier classifier = TestModels.tinyClassifier("fewer-rows");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> model.logits(new float[8], 4))
                    .withMessageContaining("fewer-rows.pt gave the shape [1, 3] for a batch of 4");
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> model.pullBack(new float[8], 4, logits -> logits))
                    .withMessageContaining("fewer-rows.pt gave the shape [1, 3] for a batch of 4");
        }
    }

    @Test
    void aClassifierThatGivesMoreThanOneArray() {
        try (Classifier classifier = TestModels.tinyClassifier("dictionary");
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> LatentClassifier.of(classifier, generator))
                    .withMessageContaining("The model dictionary.pt failed on an input of the shape (1, 3)");
        }
    }

    @Test
    void labelsOfAnotherNumberThanTheClasses() {
        try (Classifier classifier = TorchScript.classifier(
                        TestModels.tiny("linear-classifier"), Output.LOGITS, List.of("cat", "dog"), Device.cpu());
                DataDistribution generator = TestModels.tinyGenerator("linear-generator")) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> LatentClassifier.of(classifier, generator))
                    .withMessage(
                            "The classifier linear-classifier.pt has 3 outputs, but 2 labels were given: [cat, dog]");
        }
    }

    @Test
    void aModelThatThrows() {
        try (Classifier classifier = TestModels.tinyClassifier("linear-classifier");
                DataDistribution generator = TestModels.tinyGenerator("throws")) {
            LatentClassifier model = LatentClassifier.of(classifier, generator);

            assertThat(model.logits(new float[] {1, 1}, 1)).hasSize(3);
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> model.logits(new float[] {2, 1}, 1))
                    .withMessageStartingWith("The model throws.pt failed on an input of the shape (1, 2): ")
                    .withMessageEndingWith("the first latent is too large");
        }
    }
}
