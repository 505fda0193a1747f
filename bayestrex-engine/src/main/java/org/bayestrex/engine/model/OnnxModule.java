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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One ONNX file, on the CPU: forward passes. A file that takes batches of one size only is given such batches. */
final class OnnxModule implements AutoCloseable {

    private static final int ANY = -1;

    /** How ONNX Runtime says that a file takes batches of one size; DJL hands on no shape by which it could be asked. */
    private static final Pattern FIXED =
            Pattern.compile("invalid dimensions.*?index: 0 Got: \\d+ Expected: (\\d+)", Pattern.DOTALL);

    private final String name;
    private final ModelFile file;
    private final Model model;
    private int fixedRows = ANY;

    OnnxModule(Path path) {
        this.name = String.valueOf(path.getFileName());
        ModelFile.Loaded<Model> loaded = ModelFile.load(path, () -> load(path, name));
        this.file = loaded.file();
        this.model = loaded.model();
    }

    private static Model load(Path path, String name) {
        Model model = OnnxEngine.get().newModel(name, Device.cpu().djl());
        try {
            Path absolute = path.toAbsolutePath();
            model.load(absolute.getParent(), name, Map.of());
            return model;
        } catch (IOException | MalformedModelException | EngineException e) {
            model.close();
            throw new ModelException(
                    "The file " + path
                            + " could not be loaded as ONNX; export it with torch.onnx.export, for instance: "
                            + e.getMessage(),
                    e);
        }
    }

    String name() {
        return name;
    }

    /** Of what its answers depend on: the file's contents as they were loaded, the library's version. */
    String fingerprint() {
        return "SHA-256 %s, ONNX Runtime %s"
                .formatted(file.sha256(), OnnxEngine.get().getVersion());
    }

    void requireUnchanged() {
        file.requireUnchanged();
    }

    /** One call at a time, whatever threads the callers are. */
    synchronized Tensor forward(Tensor inputs) {
        if (fixedRows != ANY) {
            return inBatchesOf(fixedRows, inputs);
        }
        try {
            return run(inputs);
        } catch (ModelException e) {
            Matcher fixed = FIXED.matcher(String.valueOf(e.getMessage()));
            if (!fixed.find()) {
                throw e;
            }
            fixedRows = Integer.parseInt(fixed.group(1));
            return inBatchesOf(fixedRows, inputs);
        }
    }

    private Tensor inBatchesOf(int rows, Tensor inputs) {
        List<Tensor> outputs = new ArrayList<>();
        for (Tensor part : inputs.chunks(rows)) {
            outputs.add(run(part.filledUp(rows)).first(part.shape()[0]));
        }
        return Tensor.concatenated(outputs);
    }

    private Tensor run(Tensor inputs) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray array = manager.create(inputs.toArray(), TorchGenerator.shape(inputs));
            NDList outputs = model.getBlock().forward(new ParameterStore(manager, false), new NDList(array), false);
            if (outputs.size() != 1) {
                throw new ModelException(
                        "The model %s has %d outputs; export it with one".formatted(name, outputs.size()));
            }
            return TorchGenerator.tensor(outputs.get(0));
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ModelException(
                    "The model %s failed on an input of the shape %s: %s".formatted(name, inputs, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
