/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.scene;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bayestrex.engine.model.Tensor;

/**
 * Pictures by Blender itself, for comparison with those of {@link Renderer}. Blender 3.4 and CLEVR's files are the user's; one
 * process is started and fed scene after scene. A picture takes a second rather than milliseconds, and no search runs on it.
 *
 * @since 0.1
 */
public final class BlenderRenderer implements AutoCloseable {

    private static final String SCRIPT = "blender.py";
    private static final String MARK = "BAYESTREX ";

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final Writer requests;

    private BlenderRenderer(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts Blender.
     *
     * @param blender the program
     * @param assets CLEVR's folder {@code image_generation/data}
     * @param samples of Cycles, for each pixel
     * @throws IOException when it does not start; the message ends with what Blender said last
     */
    public static BlenderRenderer start(Path blender, Path assets, int samples) throws IOException {
        Path folder = Files.createTempDirectory("bayestrex-blender");
        Path script = folder.resolve(SCRIPT);
        try (InputStream source = Objects.requireNonNull(BlenderRenderer.class.getResourceAsStream(SCRIPT))) {
            Files.copy(source, script);
        }
        Process process = new ProcessBuilder(
                        blender.toString(),
                        "--background",
                        "--python-exit-code",
                        "1",
                        "--python",
                        script.toString(),
                        "--",
                        assets.toAbsolutePath().toString(),
                        String.valueOf(samples))
                .redirectErrorStream(true)
                .start();
        BlenderRenderer renderer = new BlenderRenderer(folder, process);
        try {
            renderer.await("ready");
            return renderer;
        } catch (IOException e) {
            renderer.close();
            throw e;
        }
    }

    /**
     * Renders a scene.
     *
     * @return shape [3, height, width], 0 to 1
     * @throws IOException when Blender fails; the message says why
     */
    public synchronized Tensor render(Scene scene, int width, int height) throws IOException {
        Path file = folder.resolve("picture");
        JsonObject request = new JsonObject();
        request.add("scene", JsonParser.parseString(SceneJson.write(scene)));
        request.addProperty("width", width);
        request.addProperty("height", height);
        request.addProperty("file", file.toString());
        requests.write(request + "\n");
        requests.flush();
        await("done");
        byte[] bytes = Files.readAllBytes(file);
        float[] values = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = (bytes[i] & 0xff) / 255f;
        }
        return Tensor.of(values, 3, height, width);
    }

    private void await(String answer) throws IOException {
        String last = "nothing";
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.equals(MARK + answer)) {
                return;
            }
            if (line.startsWith(MARK)) {
                throw new IOException("Blender " + line.substring(MARK.length()));
            }
            last = line.isBlank() ? last : line;
        }
        throw new IOException("Blender ended; it said last: " + last);
    }

    /** Ends the process and deletes its files. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            for (String name : new String[] {SCRIPT, "picture", "picture.png"}) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
