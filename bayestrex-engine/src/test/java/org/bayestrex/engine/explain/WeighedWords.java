/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.LatentClassifier.Head;
import org.bayestrex.engine.model.Tensor;

/**
 * A model whose log-odds for the second of two classes are the sum of its words' weights, which are what they are embedded as.
 *
 * @param weights of each token by its number; 0 is padding
 * @param special tokens that count, but are no words for a mask
 */
record WeighedWords(List<Float> weights, List<Integer> special) implements Classifier, MaskableModel {

    @Override
    public String name() {
        return "weighed words";
    }

    @Override
    public List<String> labels() {
        return List.of("no", "yes");
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public int layers() {
        return 1;
    }

    @Override
    public int width(int layer) {
        return 1;
    }

    @Override
    public Tensor logits(Tensor inputs) {
        return logits(inputs, 0, embedded(inputs));
    }

    private Tensor embedded(Tensor inputs) {
        float[] values = inputs.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = weights.get((int) values[i]);
        }
        return Tensor.of(values, inputs.shape()[0], inputs.shape()[1], 1);
    }

    @Override
    public HiddenStates states(Tensor inputs) {
        float[] present = inputs.toArray();
        for (int i = 0; i < present.length; i++) {
            present[i] = present[i] == 0 || special.contains((int) present[i]) ? 0 : 1;
        }
        return new HiddenStates(List.of(embedded(inputs)), Tensor.of(present, inputs.shape()), logits(inputs));
    }

    @Override
    public Tensor logits(Tensor inputs, int layer, Tensor state) {
        int rows = inputs.shape()[0];
        int columns = inputs.shape()[1];
        float[] logits = new float[2 * rows];
        for (int i = 0; i < inputs.size(); i++) {
            boolean word = !special.contains((int) inputs.get(i));
            logits[2 * (i / columns) + 1] += word ? state.get(i) : weights.get((int) inputs.get(i));
        }
        return Tensor.of(logits, rows, 2);
    }

    @Override
    public Tensor pullBack(Tensor inputs, int layer, Tensor state, Head head) {
        float[] slopes = head.cotangents(logits(inputs, layer, state).toArray());
        float[] pulled = new float[state.size()];
        for (int i = 0; i < pulled.length; i++) {
            pulled[i] = slopes[i / inputs.shape()[1] * 2 + 1];
        }
        return Tensor.of(pulled, state.shape());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
