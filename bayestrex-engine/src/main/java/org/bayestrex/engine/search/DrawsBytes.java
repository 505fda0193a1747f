/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Tensor;

/**
 * The draws of findings in bytes, big-endian: the samples one after the other, each different input once, the prior draws.
 * What the bytes mean, how many there are and what is text is in JSON beside them.
 *
 * @param latents d, length of a latent
 * @param classes K
 * @param shape of an input
 * @param samples how many
 * @param inputs how many different ones
 * @param priorDraws how many
 * @param oracles names of those who labelled, in order
 */
record DrawsBytes(
        int latents, int classes, List<Integer> shape, int samples, int inputs, int priorDraws, List<String> oracles) {

    private static final int NO_LABEL = Integer.MIN_VALUE;

    /** Findings without a sample are not written. */
    static DrawsBytes of(Findings findings, Map<Tensor, Integer> inputs) {
        Sample first = findings.samples().get(0);
        return new DrawsBytes(
                first.latent().length,
                first.confidences().length,
                IntStream.of(first.input().shape()).boxed().toList(),
                findings.samples().size(),
                inputs.size(),
                findings.priorDraws().size(),
                List.copyOf(first.labels().keySet()));
    }

    /** Each different input and its number. */
    static Map<Tensor, Integer> numbered(List<Sample> samples) {
        Map<Tensor, Integer> numbers = new LinkedHashMap<>();
        samples.forEach(sample -> numbers.putIfAbsent(sample.input(), numbers.size()));
        return numbers;
    }

    /** Number of bytes. */
    long size() {
        long sample = Double.BYTES * (latents + 2L * classes + 1) + Integer.BYTES * (3L + oracles.size()) + 1;
        return samples * sample
                + (long) inputs * inputSize() * Float.BYTES
                + (long) priorDraws * Double.BYTES * (latents + classes);
    }

    private int inputSize() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    byte[] write(Findings findings, Map<Tensor, Integer> numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size()));
        for (Sample sample : findings.samples()) {
            put(bytes, sample.latent());
            put(bytes, sample.logits());
            put(bytes, sample.confidences());
            bytes.putDouble(sample.logDensity());
            bytes.putInt(sample.chain()).putInt(sample.draw()).putInt(numbers.getOrDefault(sample.input(), 0));
            bytes.put((byte) (sample.inLevelSet() ? 1 : 0));
            sample.labels().values().forEach(label -> bytes.putInt(label.orElse(NO_LABEL)));
        }
        for (Tensor input : numbers.keySet()) {
            bytes.asFloatBuffer().put(input.toArray());
            bytes.position(bytes.position() + input.size() * Float.BYTES);
        }
        for (PriorDraw draw : findings.priorDraws()) {
            put(bytes, draw.latent());
            put(bytes, draw.confidences());
        }
        if (bytes.hasRemaining()) {
            throw new IllegalStateException("the samples are not of one shape");
        }
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, double[] values) {
        for (double value : values) {
            bytes.putDouble(value);
        }
    }

    /** What texts the samples have: their ids. */
    static JsonArray ids(List<Sample> samples) {
        JsonArray ids = new JsonArray();
        samples.forEach(sample -> ids.add(sample.id()));
        return ids;
    }

    /** Reads what {@link #write} wrote. */
    Draws read(byte[] binary, JsonObject json) {
        if (binary.length != size()) {
            throw new IllegalArgumentException("its draws have %,d bytes, not %,d".formatted(binary.length, size()));
        }
        ByteBuffer bytes = ByteBuffer.wrap(binary);
        List<Tensor> tensors = tensors(ByteBuffer.wrap(binary));
        List<Sample> found = new ArrayList<>(samples);
        for (JsonElement id : json.getAsJsonArray("ids")) {
            found.add(sample(bytes, tensors).named(id.getAsString()));
        }
        bytes.position(bytes.position() + inputs * inputSize() * Float.BYTES);
        List<PriorDraw> prior = new ArrayList<>(priorDraws);
        for (int i = 0; i < priorDraws; i++) {
            prior.add(new PriorDraw(doubles(bytes, latents), doubles(bytes, classes)));
        }
        return new Draws(found, prior);
    }

    /** Samples and prior draws. */
    record Draws(List<Sample> samples, List<PriorDraw> prior) {}

    private List<Tensor> tensors(ByteBuffer bytes) {
        long behind =
                (long) inputs * inputSize() * Float.BYTES + (long) priorDraws * Double.BYTES * (latents + classes);
        bytes.position(Math.toIntExact(bytes.limit() - behind));
        int[] extents = shape.stream().mapToInt(Integer::intValue).toArray();
        List<Tensor> tensors = new ArrayList<>(inputs);
        for (int i = 0; i < inputs; i++) {
            float[] values = new float[inputSize()];
            bytes.asFloatBuffer().get(values);
            bytes.position(bytes.position() + values.length * Float.BYTES);
            tensors.add(Tensor.of(values, extents));
        }
        return tensors;
    }

    private Sample sample(ByteBuffer bytes, List<Tensor> tensors) {
        double[] latent = doubles(bytes, latents);
        double[] logits = doubles(bytes, classes);
        double[] confidences = doubles(bytes, classes);
        double logDensity = bytes.getDouble();
        int chain = bytes.getInt();
        int draw = bytes.getInt();
        Tensor input = tensors.get(bytes.getInt());
        boolean inLevelSet = bytes.get() == 1;
        Map<String, OptionalInt> labels = new LinkedHashMap<>();
        for (String oracle : oracles) {
            int label = bytes.getInt();
            labels.put(oracle, label == NO_LABEL ? OptionalInt.empty() : OptionalInt.of(label));
        }
        return new Sample(latent, input, logits, confidences, chain, draw, inLevelSet, logDensity).labelled(labels);
    }

    private static double[] doubles(ByteBuffer bytes, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = bytes.getDouble();
        }
        return values;
    }
}
