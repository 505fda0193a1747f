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
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

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
    private final ModelFile file;
    private final Device device;
    private final Model forward;
    private final Model differentiable;
    private final OptionalLong weightSeed;

    TorchModule(Path path, Device device) {
        this(path, device, OptionalLong.empty());
    }

    /** With weights that are drawn anew, see {@link RandomWeights}. */
    TorchModule(Path path, Device device, OptionalLong weightSeed) {
        String file = String.valueOf(path.getFileName());
        this.name = weightSeed.isPresent() ? file + " with random weights" : file;
        this.device = device;
        this.weightSeed = weightSeed;
        NativeHeap.keepFreedMemory(System.getenv());
        ModelFile.Loaded<Copies> loaded = ModelFile.load(path, () -> Copies.of(path, file, device, weightSeed));
        this.file = loaded.file();
        this.forward = loaded.model().forward();
        this.differentiable = loaded.model().differentiable();
    }

    /** The two that one file makes. */
    private record Copies(Model forward, Model differentiable) implements AutoCloseable {

        static Copies of(Path path, String name, Device device, OptionalLong weightSeed) {
            Map<String, String> keepingParameters = Map.of("trainParam", "true");
            Model forward = load(path, name, device, weightSeed.isPresent() ? keepingParameters : Map.of());
            Model differentiable = load(path, name, device, keepingParameters);
            differentiable.getBlock().freezeParameters(true);
            Copies copies = new Copies(forward, differentiable);
            if (weightSeed.isPresent()) {
                copies.forward.getBlock().freezeParameters(true);
                new RandomWeights(weightSeed.getAsLong()).drawInto(copies.forward, name);
                new RandomWeights(weightSeed.getAsLong()).drawInto(copies.differentiable, name);
            }
            return copies;
        }

        @Override
        public void close() {
            forward.close();
            differentiable.close();
        }
    }

    private static Model load(Path file, String name, Device device, Map<String, String> options) {
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

    /** Of what its answers depend on: the file's contents as they were loaded, the device, PyTorch's version. */
    String fingerprint() {
        String loaded = "SHA-256 %s, device %s, PyTorch %s"
                .formatted(file.sha256(), device, TorchEngine.get().getVersion());
        return weightSeed.isPresent() ? loaded + ", random weights of seed " + weightSeed.getAsLong() : loaded;
    }

    void requireUnchanged() {
        file.requireUnchanged();
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

    /** One call at a time, whatever threads the callers are. */
    private synchronized NDArray run(Model model, NDArray input, boolean training) {
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
