/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.examples.text.WireFormat.Field;

/**
 * What an ONNX file has learned: its initialisers of floats. An export names most of them after the module that they belong to,
 * but a matrix of a product only by a number; the product itself is named after its module, so the matrix is found by that.
 *
 * <p>Field numbers are those of {@code onnx.proto}, ONNX 1.18.
 */
final class OnnxWeights {

    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALISER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OPERATION = 4;
    private static final int TENSOR_EXTENTS = 1;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_BYTES = 9;
    private static final int FLOATS = 1;

    private final Map<String, Tensor> initialisers = new HashMap<>();
    private final Map<String, String> factors = new HashMap<>();

    OnnxWeights(byte[] file) {
        for (Field part : WireFormat.fields(ByteBuffer.wrap(file))) {
            if (part.number() == MODEL_GRAPH) {
                part.message().forEach(this::add);
            }
        }
    }

    private void add(Field part) {
        if (part.number() == GRAPH_INITIALISER) {
            addInitialiser(part.message());
        } else if (part.number() == GRAPH_NODE) {
            addProduct(part.message());
        }
    }

    private void addInitialiser(List<Field> fields) {
        int[] shape = fields.stream()
                .filter(field -> field.number() == TENSOR_EXTENTS)
                .mapToInt(field -> Math.toIntExact(field.value()))
                .toArray();
        if (only(fields, TENSOR_TYPE).value() == FLOATS) {
            ByteBuffer bytes = only(fields, TENSOR_BYTES).content();
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            initialisers.put(only(fields, TENSOR_NAME).text(), Tensor.of(values, shape));
        }
    }

    private void addProduct(List<Field> fields) {
        List<Field> inputs =
                fields.stream().filter(field -> field.number() == NODE_INPUT).toList();
        if (only(fields, NODE_OPERATION).text().equals("MatMul")) {
            factors.put(only(fields, NODE_OUTPUT).text(), inputs.get(1).text());
        }
    }

    private static Field only(List<Field> fields, int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("An ONNX message lacks its field " + number));
    }

    /** An initialiser by its name. */
    Tensor named(String name) {
        Tensor found = initialisers.get(name);
        if (found == null) {
            throw new IllegalArgumentException("The ONNX file has no weights " + name);
        }
        return found;
    }

    /** The matrix [inputs, outputs] that a module multiplies with, such as {@code encoder/layer.0/attention/self/query}. */
    Tensor factorOf(String module) {
        String name = factors.get("/" + module + "/MatMul_output_0");
        if (name == null) {
            throw new IllegalArgumentException("The ONNX file has no product of the module " + module);
        }
        return named(name);
    }
}
