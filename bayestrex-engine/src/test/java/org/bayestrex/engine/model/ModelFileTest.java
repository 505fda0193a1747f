/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bayestrex.engine.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hash of a model is that of what was loaded, and a file that changes is noticed. */
class ModelFileTest {

    @TempDir
    Path directory;

    private Path copyOf(String name) throws IOException {
        return Files.copy(TestModels.tiny(name), directory.resolve("model.pt"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aFileThatIsWrittenWhileItIsLoadedIsRefusedAndTheModelClosed() throws IOException {
        Path file = Files.writeString(directory.resolve("model.pt"), "one");
        AtomicBoolean closed = new AtomicBoolean();

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelFile.load(file, () -> {
                    write(file, "two");
                    return () -> closed.set(true);
                }))
                .withMessageContaining("model.pt was written while it was being loaded");
        assertThat(closed).isTrue();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theFingerprintIsOfWhatWasLoaded() throws IOException {
        Path file = copyOf("linear-classifier");
        try (Classifier classifier = TorchScript.classifier(file)) {
            String before = classifier.fingerprint();
            copyOf("probabilities");

            assertThat(classifier.fingerprint()).isEqualTo(before);
        }
    }

    @Test
    void aFileThatChangedIsNoticedAlsoWhenItsTimeWasPutBack() throws IOException {
        Path file = copyOf("linear-classifier");
        FileTime time = Files.getLastModifiedTime(file);
        try (Classifier classifier = TorchScript.classifier(file)) {
            assertThatNoException().isThrownBy(classifier::requireUnchanged);
            copyOf("probabilities");
            Files.setLastModifiedTime(file, time);

            for (Classifier each : new Classifier[] {
                classifier,
                classifier.withTemperature(2),
                classifier.withBatchLimit(3).withTemperature(2)
            }) {
                assertThatExceptionOfType(ModelException.class)
                        .isThrownBy(each::requireUnchanged)
                        .withMessageContaining("model.pt has changed since it was loaded (SHA-256 ")
                        .withMessageContaining("run again");
            }
        }
    }

    @Test
    void aFileThatIsGoneIsNoticed() throws IOException {
        Path file = copyOf("linear-generator");
        try (DataDistribution generator = TorchScript.generator(file, 2)) {
            Files.delete(file);

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(generator::requireUnchanged)
                    .withMessageContaining("gone now");
        }
    }
}
