/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What is learned on top of a sentence's features: two rows of weights, and two biases. Its file is NumPy's, of the arrays
 * weight [2, 384] and bias [2].
 */
record SentimentHead(float[] weight, float[] bias) {

    private static final String ENGINE = "PyTorch";

    static SentimentHead read(Path file) {
        try (NDManager manager = NDManager.newBaseManager(ENGINE);
                InputStream stream = Files.newInputStream(file)) {
            NDList arrays = NDList.decode(manager, stream);
            return new SentimentHead(
                    arrays.get("weight").toFloatArray(), arrays.get("bias").toFloatArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        try (NDManager manager = NDManager.newBaseManager(ENGINE);
                OutputStream stream = Files.newOutputStream(file)) {
            NDArray weights = manager.create(weight, new Shape(2, MiniLm.WIDTH));
            NDArray biases = manager.create(bias);
            weights.setName("weight");
            biases.setName("bias");
            new NDList(weights, biases).encode(stream, NDList.Encoding.NPZ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SentimentHead head
                && Arrays.equals(weight, head.weight)
                && Arrays.equals(bias, head.bias);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weight) + Arrays.hashCode(bias);
    }
}
