/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bayestrex.engine.model.Tensor;

/**
 * all-MiniLM-L6-v2 in parts: embeddings, six layers of an encoder (Devlin et al., "BERT", NAACL 2019), and the mean over a
 * sentence's pieces. Each part takes what the part before gave, so that a pass can begin at any of them.
 *
 * <p>States are [batch, pieces, 384]. A piece whose number is {@link WordPieces#PADDING} is not read by the others and does
 * not count in the mean. Arrays belong to the manager of the state that a part is given, never to that of the weights.
 */
final class MiniLm {

    static final int WIDTH = 384;
    static final int LAYERS = 6;

    private static final String FILE = "/all-minilm-l6-v2.onnx";
    private static final int HEADS = 12;
    private static final int OF_HEAD = WIDTH / HEADS;
    private static final float EPSILON = 1e-12f;
    /** Far below any score, so that its weight after the softmax is exactly 0. */
    private static final float NEVER = -1e9f;

    private final Map<String, NDArray> weights = new HashMap<>();
    private final float[] words;
    private final float[] positions;
    private final float[] type;

    /** Reads the weights into a manager that outlives all passes. */
    MiniLm(NDManager manager) {
        OnnxWeights file = new OnnxWeights(file());
        words = file.named("embeddings.word_embeddings.weight").toArray();
        positions = file.named("embeddings.position_embeddings.weight").toArray();
        type = file.named("embeddings.token_type_embeddings.weight").row(0).toArray();
        norm(manager, file, "embeddings.LayerNorm");
        for (int layer = 0; layer < LAYERS; layer++) {
            String name = "encoder.layer.%d.".formatted(layer);
            linear(manager, file, name, "attention.self.query");
            linear(manager, file, name, "attention.self.key");
            linear(manager, file, name, "attention.self.value");
            linear(manager, file, name, "attention.output.dense");
            norm(manager, file, name + "attention.output.LayerNorm");
            linear(manager, file, name, "intermediate.dense");
            linear(manager, file, name, "output.dense");
            norm(manager, file, name + "output.LayerNorm");
        }
    }

    /** The ONNX file as it lies on the class path. */
    static byte[] file() {
        try (InputStream stream = Objects.requireNonNull(MiniLm.class.getResourceAsStream(FILE), FILE)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void norm(NDManager manager, OnnxWeights file, String name) {
        put(manager, name + ".weight", file.named(name + ".weight"));
        put(manager, name + ".bias", file.named(name + ".bias"));
    }

    private void linear(NDManager manager, OnnxWeights file, String layer, String part) {
        // Dots separate modules in names of weights and slashes in names of products; "layer.0" keeps its dot in both.
        String module = layer.replace("encoder.", "encoder/").replaceAll("\\.$", "/") + part.replace('.', '/');
        put(manager, layer + part + ".weight", file.factorOf(module));
        put(manager, layer + part + ".bias", file.named(layer + part + ".bias"));
    }

    private void put(NDManager manager, String name, Tensor values) {
        NDArray array = manager.create(
                values.toArray(),
                new Shape(Arrays.stream(values.shape()).asLongStream().toArray()));
        // Linear wants [outputs, inputs], the file has [inputs, outputs].
        weights.put(name, array.getShape().dimension() == 2 ? array.transpose() : array);
    }

    /** 1 where there is a piece and 0 where there is padding, [batch, pieces]. */
    static Tensor present(Tensor ids) {
        float[] present = ids.toArray();
        for (int i = 0; i < present.length; i++) {
            present[i] = present[i] == WordPieces.PADDING ? 0 : 1;
        }
        return Tensor.of(present, ids.shape());
    }

    /** h_0: word, place and type, normalised. */
    NDArray embedded(NDManager pass, Tensor ids) {
        int rows = ids.shape()[0];
        int pieces = ids.shape()[1];
        float[] sums = new float[rows * pieces * WIDTH];
        for (int i = 0; i < rows * pieces; i++) {
            int word = Math.round(ids.get(i)) * WIDTH;
            int place = i % pieces * WIDTH;
            for (int j = 0; j < WIDTH; j++) {
                sums[i * WIDTH + j] = words[word + j] + type[j] + positions[place + j];
            }
        }
        return normalised(pass.create(sums, new Shape(rows, pieces, WIDTH)), "embeddings.LayerNorm");
    }

    /**
     * h_l from h_(l-1).
     *
     * @param layer l, from 1
     * @param present 1 for a piece, 0 for padding, [batch, pieces]
     */
    NDArray layer(int layer, NDArray state, NDArray present) {
        String name = "encoder.layer.%d.".formatted(layer - 1);
        NDArray attended = linear(attention(name, state, present), name + "attention.output.dense");
        NDArray read = normalised(attended.add(state), name + "attention.output.LayerNorm");
        NDArray inner = Activation.gelu(linear(read, name + "intermediate.dense"));
        return normalised(linear(inner, name + "output.dense").add(read), name + "output.LayerNorm");
    }

    private NDArray attention(String name, NDArray state, NDArray present) {
        NDManager pass = state.getManager();
        long rows = state.getShape().get(0);
        long pieces = state.getShape().get(1);
        NDArray query = heads(state, name + "attention.self.query");
        NDArray key = heads(state, name + "attention.self.key").transpose(0, 1, 3, 2);
        // Arrays that stay until the pass closes: DJL frees a Java number before the way back reads it.
        NDArray scale = pass.create((float) (1 / Math.sqrt(OF_HEAD)));
        NDArray unread = pass.create(NEVER).mul(present.neg().add(1)).reshape(rows, 1, 1, pieces);
        NDArray shares = query.matMul(key).mul(scale).add(unread).softmax(-1);
        return shares.matMul(heads(state, name + "attention.self.value"))
                .transpose(0, 2, 1, 3)
                .reshape(rows, pieces, WIDTH);
    }

    private NDArray heads(NDArray state, String name) {
        return linear(state, name)
                .reshape(state.getShape().get(0), state.getShape().get(1), HEADS, OF_HEAD)
                .transpose(0, 2, 1, 3);
    }

    /** The mean over the pieces that are there, [batch, 384]. */
    static NDArray pooled(NDArray state, NDArray present) {
        NDArray counted = state.mul(present.expandDims(-1)).sum(new int[] {1});
        return counted.div(present.sum(new int[] {1}, true));
    }

    private NDArray linear(NDArray input, String name) {
        return Linear.linear(input, weights.get(name + ".weight"), weights.get(name + ".bias"))
                .singletonOrThrow();
    }

    private NDArray normalised(NDArray input, String name) {
        return LayerNorm.layerNorm(
                        input, new Shape(WIDTH), weights.get(name + ".weight"), weights.get(name + ".bias"), EPSILON)
                .singletonOrThrow();
    }
}
