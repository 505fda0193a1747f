/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.diffmask;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.model.GradientTurn;
import org.bayestrex.engine.model.Tensor;

/**
 * The paper's network for its toy task: embeddings of 64, a feed-forward network 192-64-2 on query and digit, a gated recurrent
 * unit of 64 over the pairs, and one logit of its state after the last digit.
 *
 * <p>Its states: h_0 the digits' embeddings [batch, 10, 64], h_1 what the recurrent unit reads [batch, 10, 2]. Only h_1 knows
 * both the digit and the query.
 */
final class ToyNetwork extends DifferentiableModel {

    static final int EMBEDDED = 0;
    static final int READ = 1;

    private static final int SIZE = 64;
    private static final int PAIR = 2;
    private static final int GATES = 3;

    /**
     * Of the entropy of what it says, as in the authors' programme: a network that were surer would hide, behind a probability
     * of 1, that it counts on after it has decided.
     */
    private static final float CONFIDENCE_PENALTY = .35f;

    private final Map<String, NDArray> weights = new LinkedHashMap<>();

    private ToyNetwork(UniformRandomProvider random) {
        add("query", 1, random, ToyTask.DIGITS, SIZE);
        add("digit", 1, random, ToyTask.DIGITS, SIZE);
        add("first", 3 * SIZE, random, SIZE, 3 * SIZE);
        add("firstBias", 3 * SIZE, random, SIZE);
        add("second", SIZE, random, PAIR, SIZE);
        add("secondBias", SIZE, random, PAIR);
        add("gruInput", SIZE, random, GATES * SIZE, PAIR);
        add("gruState", SIZE, random, GATES * SIZE, SIZE);
        add("gruInputBias", SIZE, random, GATES * SIZE);
        add("gruStateBias", SIZE, random, GATES * SIZE);
        add("head", SIZE, random, 1, SIZE);
        add("headBias", SIZE, random, 1);
    }

    private void add(String name, int inputs, UniformRandomProvider random, long... shape) {
        float[] values = new float[Math.toIntExact(new Shape(shape).size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) / Math.sqrt(inputs));
        }
        weights.put(name, weight(values, shape));
    }

    /**
     * Trains a network with Adam.
     *
     * @param epochs passes through the examples, in batches of 128
     */
    static ToyNetwork train(ToyTask task, int epochs, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        ToyNetwork network = new ToyNetwork(random);
        Optimizer adam =
                Adam.builder().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
        network.weights.values().forEach(weight -> weight.setRequiresGradient(true));
        int[] order = IntStream.range(0, task.size()).toArray();
        for (int epoch = 0; epoch < epochs; epoch++) {
            PermutationSampler.shuffle(random, order);
            for (int from = 0; from + 128 <= order.length; from += 128) {
                int[] rows = Arrays.copyOfRange(order, from, from + 128);
                network.step(task, rows, adam);
            }
        }
        network.weights.values().forEach(weight -> weight.setRequiresGradient(false));
        return network;
    }

    private void step(ToyTask task, int[] rows, Optimizer adam) {
        Tensor inputs =
                Tensor.stacked(IntStream.of(rows).mapToObj(task.inputs()::row).toList());
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = task.labels()[rows[i]];
        }
        GradientTurn.take(() -> {
            try (NDManager pass = newManager();
                    GradientCollector collector = Engine.getEngine(ENGINE).newGradientCollector()) {
                NDArray logit = logit(inputs, read(inputs, embedded(pass, inputs)));
                NDArray softplus = Activation.softPlus(logit);
                NDArray entropy = softplus.sub(logit.mul(Activation.sigmoid(logit)));
                NDArray crossEntropy = softplus.sub(logit.mul(pass.create(labels)));
                // DJL frees a Java number before the way back reads it; this array stays until the pass closes.
                NDArray penalty = entropy.mul(pass.create(CONFIDENCE_PENALTY));
                collector.backward(crossEntropy.sub(penalty).mean());
            }
            weights.forEach((name, weight) -> {
                try (NDArray gradient = weight.getGradient()) {
                    adam.update(name, weight, gradient);
                    gradient.subi(gradient); // the next one would be added
                }
            });
            return rows.length;
        });
    }

    /** Share of the examples that are answered rightly. */
    double accuracy(ToyTask task) {
        Tensor logits = states(task.inputs()).logits();
        return IntStream.range(0, task.size())
                        .filter(row -> (logits.get(2 * row + 1) > 0 ? 1 : 0) == task.labels()[row])
                        .count()
                / (double) task.size();
    }

    @Override
    public String name() {
        return "toy network";
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public int layers() {
        return 2;
    }

    @Override
    public int width(int layer) {
        return layer == EMBEDDED ? SIZE : PAIR;
    }

    @Override
    public HiddenStates states(Tensor inputs) {
        try (NDManager pass = newManager()) {
            NDArray embedded = embedded(pass, inputs);
            NDArray read = read(inputs, embedded);
            return new HiddenStates(
                    List.of(tensor(embedded), tensor(read)), present(inputs), tensor(run(inputs, READ, read)));
        }
    }

    private static Tensor present(Tensor inputs) {
        int rows = inputs.shape()[0];
        float[] present = new float[rows * ToyTask.LONGEST];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < ToyTask.LONGEST; i++) {
                present[row * ToyTask.LONGEST + i] = inputs.get(row * ToyTask.WIDTH + ToyTask.QUERY + i) < 0 ? 0 : 1;
            }
        }
        return Tensor.of(present, rows, ToyTask.LONGEST);
    }

    @Override
    protected NDArray run(Tensor inputs, int layer, NDArray state) {
        NDArray logit = logit(inputs, layer == EMBEDDED ? read(inputs, state) : state);
        return NDArrays.stack(new NDList(logit.zerosLike(), logit), 1);
    }

    private NDArray embedded(NDManager pass, Tensor inputs) {
        return lookUp(pass, inputs, ToyTask.QUERY, ToyTask.WIDTH, "digit");
    }

    /** Rows of a table, as a product that no pass leaves anything of behind. Absent digits have the row of 0. */
    private NDArray lookUp(NDManager pass, Tensor inputs, int from, int to, String table) {
        int rows = inputs.shape()[0];
        int[] digits = new int[rows * (to - from)];
        for (int i = 0; i < digits.length; i++) {
            int column = from + i % (to - from);
            digits[i] = (int) Math.max(0, inputs.get(i / (to - from) * ToyTask.WIDTH + column));
        }
        return pass.create(digits, new Shape(rows, to - from))
                .oneHot(ToyTask.DIGITS, DataType.FLOAT32)
                .matMul(weights.get(table));
    }

    private NDArray read(Tensor inputs, NDArray embedded) {
        int rows = inputs.shape()[0];
        NDArray query = lookUp(embedded.getManager(), inputs, 0, ToyTask.QUERY, "query")
                .reshape(rows, 1, ToyTask.QUERY * SIZE)
                .repeat(1, ToyTask.LONGEST);
        NDArray hidden = Activation.tanh(linear(query.concat(embedded, -1), "first"));
        return linear(hidden, "second");
    }

    private NDArray linear(NDArray input, String name) {
        return Linear.linear(input, weights.get(name), weights.get(name + "Bias"))
                .singletonOrThrow();
    }

    /** After the last digit that is there. */
    private NDArray logit(Tensor inputs, NDArray read) {
        NDManager pass = read.getManager();
        int rows = inputs.shape()[0];
        NDArray outputs = read.getNDArrayInternal()
                .gru(
                        read,
                        pass.zeros(new Shape(1, rows, SIZE)),
                        new NDList(
                                weights.get("gruInput"),
                                weights.get("gruState"),
                                weights.get("gruInputBias"),
                                weights.get("gruStateBias")),
                        true,
                        1,
                        0,
                        false,
                        false,
                        true)
                .head();
        float[] last = new float[rows * ToyTask.LONGEST];
        for (int row = 0; row < rows; row++) {
            last[row * ToyTask.LONGEST + ToyTask.length(inputs.row(row)) - 1] = 1;
        }
        NDArray state = outputs.mul(pass.create(last, new Shape(rows, ToyTask.LONGEST, 1)))
                .sum(new int[] {1});
        return linear(state, "head").squeeze(-1);
    }
}
