/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.TorchScript.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX files answer as the TorchScript files that they were made from. */
class OnnxTest {

    private static final Path LENET = Path.of("../example-tests/models/digits-lenet-source.onnx");

    private static Path tiny(String name) {
        return Path.of("src/test/models", name + ".onnx");
    }

    private static Tensor pictures(int rows) {
        Random random = new Random(3);
        float[] pixels = new float[rows * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return Tensor.of(pixels, rows, 1, 28, 28);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void aRealNetworkAnswersAsItsTorchScriptDoes(int rows) {
        try (Classifier onnx = Onnx.classifier(LENET);
                Classifier torch = TorchScript.classifier(
                        TestModels.real("digits-lenet-source"), Output.LOGITS, List.of(), Device.cpu())) {
            Tensor expected = torch.logits(pictures(rows));
            Tensor actual = onnx.logits(pictures(rows));

            assertThat(actual.shape()).containsExactly(rows, 10);
            assertThat(actual.toArray()).containsExactly(expected.toArray(), within(1e-4f));
        }
    }

    @Test
    void aRowKeepsItsBitsWhateverItsNeighboursAre() {
        try (Classifier onnx = Onnx.classifier(LENET)) {
            float[] pixels = pictures(32).toArray();
            Tensor before = onnx.logits(Tensor.of(pixels, 32, 1, 28, 28)).row(5);
            Arrays.fill(pixels, 6 * 784, pixels.length, .5f);

            assertThat(onnx.logits(Tensor.of(pixels, 32, 1, 28, 28)).row(5)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 9})
    void aFileThatTakesBatchesOfFourIsGivenSuch(int rows) {
        try (Classifier four = Onnx.classifier(tiny("batches-of-four"))) {
            float[] points = new float[2 * rows];
            for (int i = 0; i < points.length; i++) {
                points[i] = i + 1;
            }

            Tensor logits = four.logits(Tensor.of(points, rows, 2));

            assertThat(logits.shape()).containsExactly(rows, 3);
            for (int row = 0; row < rows; row++) {
                assertThat(logits.row(row).toArray()).containsExactly(2 * row + 1, 2 * row + 2, 0);
            }
        }
    }

    @Test
    void ofProbabilitiesTheLogarithmIsTaken() {
        try (Classifier softmax =
                Onnx.classifier(tiny("probabilities"), Output.PROBABILITIES, List.of("a", "b", "c"))) {
            Tensor logits = softmax.logits(Tensor.of(new float[] {2, 1}, 1, 2));

            assertThat(logits.get(0) - logits.get(2)).isCloseTo(2, within(1e-5f));
            assertThat(softmax.labels()).containsExactly("a", "b", "c");
        }
    }

    @Test
    void aSoftmaxThatIsTakenForLogitsIsToldApart() {
        try (Classifier softmax = Onnx.classifier(tiny("probabilities"))) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> softmax.logits(Tensor.of(new float[] {2, 1}, 1, 2)))
                    .withMessageContaining("probabilities.onnx look like probabilities")
                    .withMessageContaining("Output.PROBABILITIES");
        }
    }

    @Test
    void itHasNoGradient() {
        try (Classifier onnx = Onnx.classifier(tiny("batches-of-four"))) {
            LatentClassifier model = LatentClassifier.of(onnx, TestModels.latents(2));

            assertThat(model.isDifferentiable()).isFalse();
            assertThat(model.classes()).isEqualTo(3);
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> GradientCheck.require(model))
                    .withMessageContaining("batches-of-four.onnx on latents has no gradient")
                    .withMessageContaining("Use a gradient-free method");
        }
    }

    @Test
    void aGeneratorMayBeOneToo() {
        try (DataDistribution generator = Onnx.generator(tiny("batches-of-four"), 2)) {
            assertThat(generator.generate(Tensor.of(new float[] {3, 4}, 1, 2)).toArray())
                    .containsExactly(3, 4, 0);
            assertThat(generator.latentSize()).isEqualTo(2);
            assertThat(generator.fingerprint()).matches("SHA-256 [0-9a-f]{64}, ONNX Runtime .+");
        }
    }

    @Test
    void aFileThatIsNoneOrMissingIsNamed(@TempDir Path directory) throws IOException {
        Path garbage = Files.writeString(directory.resolve("garbage.onnx"), "not a model");

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Onnx.classifier(garbage))
                .withMessageContaining("garbage.onnx could not be loaded as ONNX; export it with torch.onnx.export");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> Onnx.classifier(directory.resolve("none.onnx")))
                .withMessageContaining("There is no model file");
    }

    /** As for every user who has not asked for it. */
    @Test
    void withoutItsLibraryTheMessageNamesTheArtifact() throws IOException, InterruptedException {
        // given
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.contains("onnxruntime"))
                .collect(Collectors.joining(java.io.File.pathSeparator));

        // when
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Loading.class.getName(),
                        tiny("probabilities").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(process.waitFor()).isZero();
        assertThat(output)
                .contains("ONNX Runtime could not be started")
                .contains("Put ai.djl.onnxruntime:onnxruntime-engine of DJL's version (0.");
    }

    /** Loads a file and prints why it cannot. */
    static final class Loading {

        private Loading() {}

        public static void main(String[] arguments) {
            try {
                Onnx.classifier(Path.of(arguments[0])).close();
            } catch (ModelException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
