/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.List;
import org.bayestrex.engine.explain.mask.HiddenStates;
import org.bayestrex.engine.explain.mask.MaskableModel;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.LatentClassifier.Head;
import org.bayestrex.engine.model.Tensor;

/**
 * {@link Words#looksForFine} with its hidden state: what it reads at each position, 8 at "fine".
 *
 * @param model as it is
 */
record FineReader(Classifier model) implements Classifier, MaskableModel {

    private static final float FINE = 8;

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public List<String> labels() {
        return model.labels();
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
        return model.logits(inputs);
    }

    @Override
    public HiddenStates states(Tensor inputs) {
        float[] present = inputs.toArray();
        float[] read = inputs.toArray();
        for (int i = 0; i < present.length; i++) {
            read[i] = Words.isFine(present[i]) ? FINE : 0;
            present[i] = present[i] == 0 ? 0 : 1;
        }
        int rows = inputs.shape()[0];
        int positions = inputs.shape()[1];
        return new HiddenStates(
                List.of(Tensor.of(read, rows, positions, 1)), Tensor.of(present, rows, positions), logits(inputs));
    }

    @Override
    public Tensor logits(Tensor inputs, int layer, Tensor state) {
        int rows = state.shape()[0];
        float[] logits = new float[2 * rows];
        for (int i = 0; i < state.size(); i++) {
            logits[2 * (i / state.shape()[1])] = FINE / 2;
            logits[2 * (i / state.shape()[1]) + 1] += state.get(i);
        }
        return Tensor.of(logits, rows, 2);
    }

    @Override
    public Tensor pullBack(Tensor inputs, int layer, Tensor state, Head head) {
        throw new UnsupportedOperationException("sentences are short");
    }

    @Override
    public void close() {
        model.close();
    }
}
