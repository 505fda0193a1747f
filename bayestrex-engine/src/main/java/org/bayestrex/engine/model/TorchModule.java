/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * One TorchScript file on one device, loaded twice: so that gradients flow through it, and for
 * forward passes, which are cheaper without them.
 *
 * <p>A module that is loaded the default way runs in inference mode, in which gradients are silently
 * absent. Loaded with {@code trainParam} and always called as if for training it keeps the mode it
 * was exported in, and differentiates.
 */
final class TorchModule implements AutoCloseable {

    private final String name;
    private final Path file;
    private final Device device;
    private final Model forward;
    private final Model differentiable;

    TorchModule(Path file, Device device) {
        if (!Files.isRegularFile(file)) {
            throw new ModelException("There is no model file " + file + " (looked for " + file.toAbsolutePath() + ")");
        }
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.device = device;
        NativeHeap.keepFreedMemory(System.getenv());
        this.forward = load(Map.of());
        this.differentiable = load(Map.of("trainParam", "true"));
        differentiable.getBlock().freezeParameters(true);
    }

    private Model load(Map<String, String> options) {
        Model model = TorchEngine.get().newModel(name, device.djl());
        try {
            Path absolute = file.toAbsolutePath();
            model.load(absolute.getParent(), name, options);
            return model;
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw new ModelException(
                    "The file " + file + " could not be loaded as TorchScript; export it with torch.jit.trace or "
                            + "torch.jit.script and save(): " + e.getMessage(),
                    e);
        }
    }

    String name() {
        return name;
    }

    Device device() {
        return device;
    }

    /** Of what its answers depend on: the file's contents as they are now, the device, PyTorch's version. */
    String fingerprint() {
        return "SHA-256 %s, device %s, PyTorch %s"
                .formatted(sha256(), device, TorchEngine.get().getVersion());
    }

    private String sha256() {
        try (InputStream contents = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = contents.read(buffer); read >= 0; read = contents.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new ModelException("The model file " + file + " could not be read again: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    NDManager newManager() {
        return forward.getNDManager().newSubManager();
    }

    /** A pass without gradients. */
    NDArray forward(NDArray input) {
        return run(forward, input, false);
    }

    /** A pass through which gradients flow. */
    NDArray differentiably(NDArray input) {
        return run(differentiable, input, true);
    }

    private NDArray run(Model model, NDArray input, boolean training) {
        try {
            ParameterStore parameters = new ParameterStore(input.getManager(), false);
            return model.getBlock()
                    .forward(parameters, new NDList(input), training)
                    .singletonOrThrow();
        } catch (RuntimeException e) {
            throw new ModelException(
                    "The model %s failed on an input of the shape %s: %s"
                            .formatted(name, input.getShape(), firstLine(e)),
                    e);
        }
    }

    /** libtorch's messages carry a native stack after the first lines; the cause keeps it. */
    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, last) -> last)
                .orElse("no message");
    }

    @Override
    public void close() {
        forward.close();
        differentiable.close();
    }
}
