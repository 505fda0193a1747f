/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.bayestrex.junit.ModelFiles.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where models are found. */
class ModelFilesTest {

    @TempDir
    Path directory;

    private final ModelFiles files = new ModelFiles();

    @Test
    void aPathWithParametersInIt() throws IOException {
        Path model = Files.writeString(directory.resolve("cnn-1.2.pt"), "model");

        Path found = files.find(
                "${models}/cnn-${version}.pt",
                "@ModelUnderTest",
                place(getClass().getClassLoader()));

        assertThat(found).isEqualTo(model.toRealPath());
    }

    @Test
    void aResourceThatIsAFile() throws IOException {
        Path model = Files.writeString(directory.resolve("cnn.pt"), "model");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            assertThat(files.find("classpath:cnn.pt", "@ModelUnderTest", place(loader)))
                    .isEqualTo(model.toRealPath());
        }
    }

    @Test
    void aResourceInAJarIsCopiedOnceAndDeletedAtTheEnd() throws IOException {
        Path jar = directory.resolve("models.jar");
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(bytes)) {
            entries.putNextEntry(new JarEntry("models/cnn.pt"));
            entries.write(new byte[] {1, 2, 3});
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            Path found = files.find("classpath:/models/cnn.pt", "@ModelUnderTest", place(loader));

            assertThat(found).hasFileName("cnn.pt").hasBinaryContent(new byte[] {1, 2, 3});
            assertThat(files.find("classpath:models/cnn.pt", "@ModelUnderTest", place(loader)))
                    .isEqualTo(found);
            files.close();
            assertThat(found.getParent()).doesNotExist();
        }
    }

    private Place place(ClassLoader loader) {
        Map<String, String> parameters = Map.of("models", directory.toString(), "version", "1.2");
        return new Place("ATest", loader, new Settings(name -> Optional.ofNullable(parameters.get(name))));
    }
}
