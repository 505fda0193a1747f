/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Device;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.model.TorchScript;
import org.bayestrex.engine.model.TorchScript.Output;

/** The models that tests run on: real ones, tiny TorchScript ones on which things go wrong, and plain Java. */
public final class TestModels {

    /** Latents of the real generators. */
    public static final int DIGIT_LATENTS = 5;

    private TestModels() {}

    /** A tiny model made by {@code src/test/models/make.py}. */
    public static Path tiny(String name) {
        return Path.of("src/test/models", name + ".pt");
    }

    /** A real model of the examples. */
    public static Path real(String name) {
        return Path.of("../example-tests/models", name + ".pt");
    }

    /** The real digit classifier. */
    public static Classifier digitClassifier() {
        return TorchScript.classifier(real("mnist-cnn"), Output.LOGITS, List.of(), Device.cpu());
    }

    /** The real digit generator. */
    public static DataDistribution digits() {
        return TorchScript.generator(real("mnist-vae"), DIGIT_LATENTS, Set.of(), Device.cpu());
    }

    /** A tiny classifier. */
    public static Classifier tinyClassifier(String name) {
        return TorchScript.classifier(tiny(name), Output.LOGITS, List.of(), Device.cpu());
    }

    /** A tiny generator of two latents. */
    public static DataDistribution tinyGenerator(String name) {
        return TorchScript.generator(tiny(name), 2, Set.of(), Device.cpu());
    }

    /** A generator whose inputs are its latents. */
    public static DataDistribution latents(int size) {
        return DataDistribution.of("latents", size, UnaryOperator.identity());
    }

    /** Logits of one input. */
    public interface Row {
        float[] logits(float[] input);
    }

    /** A classifier in plain Java, one input at a time. */
    public static Classifier rows(String name, Row row) {
        return Classifier.of(name, List.of(), inputs -> {
            int count = inputs.shape()[0];
            float[][] logits = new float[count][];
            for (int i = 0; i < count; i++) {
                logits[i] = row.logits(inputs.row(i).toArray());
            }
            float[] all = new float[count * logits[0].length];
            for (int i = 0; i < count; i++) {
                System.arraycopy(logits[i], 0, all, i * logits[0].length, logits[0].length);
            }
            return Tensor.of(all, count, logits[0].length);
        });
    }

    /** Two classes, of which class 0 has the log-odds {@code slope z_0}. */
    public static Classifier linear(double slope) {
        return rows("linear", z -> new float[] {(float) (slope * z[0]), 0});
    }
}
