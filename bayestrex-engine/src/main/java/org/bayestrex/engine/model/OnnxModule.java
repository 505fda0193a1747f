/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One ONNX file, on the CPU: forward passes. A file that takes batches of one size only is given such batches. */
final class OnnxModule implements AutoCloseable {

    private static final int ANY = -1;

    private final String name;
    private final ModelFile file;
    private final Model model;
    private final int fixedRows;

    OnnxModule(Path path) {
        this.name = String.valueOf(path.getFileName());
        ModelFile.Loaded<Model> loaded = ModelFile.load(path, () -> load(path, name));
        this.file = loaded.file();
        this.model = loaded.model();
        this.fixedRows = fixedRows();
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

    /** ONNX Runtime tells a free extent by -1. */
    private int fixedRows() {
        Shape input = model.getBlock().describeInput().get(0).getValue();
        long rows = input.dimension() == 0 ? ANY : input.get(0);
        return rows >= 1 ? Math.toIntExact(rows) : ANY;
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
        int rows = inputs.shape()[0];
        if (fixedRows == ANY || fixedRows == rows) {
            return run(inputs);
        }
        List<Tensor> outputs = new ArrayList<>();
        for (Tensor part : inputs.chunks(fixedRows)) {
            int count = part.shape()[0];
            outputs.add(run(part.filledUp(fixedRows)).first(count));
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
