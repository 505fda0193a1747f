/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.core.Linear;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.examples.diffmask.DifferentiableModel;

/**
 * Whether a sentence speaks well or badly of something: {@link MiniLm} with a linear head, 0 negative and 1 positive. Inputs are
 * numbers of pieces of words as floats, [batch, pieces], padded with {@link WordPieces#PADDING}; logits are [batch, 2].
 *
 * <p>As a model to be masked its states are h_0 to h_6, [batch, pieces, 384].
 */
public final class MiniLmSentiment extends DifferentiableModel implements Classifier {

    static final int NEGATIVE = 0;
    static final int POSITIVE = 1;

    private final MiniLm network;
    private final SentimentHead head;
    private final NDArray weight;
    private final NDArray bias;

    /**
     * With the head from its file.
     *
     * @param file such as {@code models/minilm-sentiment.npz}
     */
    public MiniLmSentiment(Path file) {
        this(SentimentHead.read(file));
    }

    MiniLmSentiment(SentimentHead head) {
        this.head = head;
        network = new MiniLm(newManager());
        weight = weight(head.weight(), 2, MiniLm.WIDTH);
        bias = weight(head.bias(), 2);
    }

    @Override
    public String name() {
        return "minilm-sentiment";
    }

    @Override
    public List<String> labels() {
        return List.of("negative", "positive");
    }

    @Override
    public String fingerprint() {
        return "all-MiniLM-L6-v2, head " + head.hashCode();
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public int layers() {
        return MiniLm.LAYERS + 1;
    }

    @Override
    public int width(int layer) {
        return MiniLm.WIDTH;
    }

    @Override
    public Tensor logits(Tensor inputs) {
        Tensor ids = WordPieces.withoutCommonPadding(inputs);
        try (NDManager pass = newManager()) {
            return tensor(run(ids, 0, network.embedded(pass, ids)));
        }
    }

    /** To be masked, its positions are words: [CLS], [SEP] and padding are none. */
    @Override
    public <T> Optional<T> as(Class<T> type) {
        return type == MaskableModel.class
                ? Optional.of(type.cast(new UnpaddedSentences(new MaskableSentences(this))))
                : Classifier.super.as(type);
    }

    /** h_0, [batch, pieces, 384]. */
    Tensor embedded(Tensor inputs) {
        try (NDManager pass = newManager()) {
            return tensor(network.embedded(pass, inputs));
        }
    }

    @Override
    public HiddenStates states(Tensor inputs) {
        try (NDManager pass = newManager()) {
            Tensor present = MiniLm.present(inputs);
            NDArray mask = array(pass, present);
            NDArray state = network.embedded(pass, inputs);
            List<Tensor> states = new ArrayList<>(List.of(tensor(state)));
            for (int layer = 1; layer <= MiniLm.LAYERS; layer++) {
                state = network.layer(layer, state, mask);
                states.add(tensor(state));
            }
            return new HiddenStates(states, present, tensor(logits(state, mask)));
        }
    }

    @Override
    protected NDArray run(Tensor inputs, int layer, NDArray state) {
        NDArray mask = array(state.getManager(), MiniLm.present(inputs));
        NDArray last = state;
        for (int next = layer + 1; next <= MiniLm.LAYERS; next++) {
            last = network.layer(next, last, mask);
        }
        return logits(last, mask);
    }

    private NDArray logits(NDArray state, NDArray mask) {
        return Linear.linear(MiniLm.pooled(state, mask), weight, bias).singletonOrThrow();
    }
}
