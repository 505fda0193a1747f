/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.bayestrex.engine.model.TorchScript.Output;

/** A classifier in TorchScript. */
final class TorchClassifier implements Classifier, InputGradient {

    private final TorchModule module;
    private final Output output;
    private final List<String> labels;
    private final double temperature;
    /** See {@link TorchLatentClassifier}: the first differentiated pass has other bits. */
    private boolean warm;

    TorchClassifier(TorchModule module, Output output, List<String> labels) {
        this(module, output, labels, 1);
    }

    private TorchClassifier(TorchModule module, Output output, List<String> labels, double temperature) {
        this.module = module;
        this.output = output;
        this.labels = List.copyOf(labels);
        this.temperature = temperature;
    }

    @Override
    public String name() {
        return module.name();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    TorchModule module() {
        return module;
    }

    /**
     * From the module's output to logits, with the gradient. Numbers are arrays of the pass: DJL frees the one that it makes of
     * a Java number at once, but the way back reads it again.
     */
    NDArray logits(NDArray outputs) {
        NDManager pass = outputs.getManager();
        NDArray logits = output == Output.LOGITS
                ? outputs
                : outputs.maximum(pass.create(Probabilities.LEAST)).log();
        return temperature == 1 ? logits : logits.div(pass.create((float) temperature));
    }

    @Override
    public Tensor logits(Tensor inputs) {
        try (NDManager manager = module.newManager()) {
            NDArray outputs = module.forward(manager.create(inputs.toArray(), TorchGenerator.shape(inputs)));
            requireMeant(outputs);
            return TorchGenerator.tensor(logits(outputs));
        }
    }

    @Override
    public Tensor pullBack(Tensor inputs, InputGradient.Head head) {
        int rows = inputs.shape()[0];
        if (!warm) {
            warm = true;
            pullBack(inputs.first(1), (row, logits) -> new double[logits.length]);
        }
        try (NDManager manager = module.newManager()) {
            NDArray point = manager.create(inputs.toArray(), TorchGenerator.shape(inputs));
            float[] gradient = GradientCollection.of(
                    manager, point, x -> logits(x, rows), new RowHead(head, rows), this::noGradient);
            return Tensor.owning(gradient, inputs.shape());
        }
    }

    private NDArray logits(NDArray point, int rows) {
        NDArray logits = logits(module.differentiably(point));
        if (logits.getShape().dimension() != 2 || logits.getShape().get(0) != rows) {
            throw ModelShapes.wrongOutput(
                    name(), rows, TorchGenerator.tensor(logits).shape());
        }
        return logits;
    }

    private ModelException noGradient(RuntimeException e) {
        return new ModelException(
                "No gradient flows through " + name() + ": it may round, threshold or detach on the way. "
                        + "Explain it with a method that needs none, such as occlusion",
                e);
    }

    /** Checks that outputs are what they were said to be. */
    void requireMeant(NDArray outputs) {
        new Probabilities(name(), output).requireMeant(TorchGenerator.tensor(outputs));
    }

    /** Keeps the gradient. */
    @Override
    public Classifier withTemperature(double value) {
        return new TorchClassifier(module, output, labels, temperature * Temperature.require(value));
    }

    @Override
    public String fingerprint() {
        return module.fingerprint() + ", outputs " + output + (temperature == 1 ? "" : ", temperature " + temperature);
    }

    @Override
    public void requireUnchanged() {
        module.requireUnchanged();
    }

    @Override
    public void close() {
        module.close();
    }

    @Override
    public String toString() {
        return name();
    }
}
