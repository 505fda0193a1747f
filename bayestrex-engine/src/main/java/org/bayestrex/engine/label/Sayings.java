/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;

/**
 * What a classifier says of inputs: its most likely class of each, in batches of one padded size, so that what it says of
 * an input does not depend on the others.
 */
record Sayings(Classifier judge, int classes) {

    private static final int ROWS = 128;

    /** Empty where a logit is NaN. */
    List<OptionalInt> of(List<Tensor> inputs) {
        List<OptionalInt> said = new ArrayList<>(inputs.size());
        for (int from = 0; from < inputs.size(); from += ROWS) {
            List<Tensor> batch = inputs.subList(from, Math.min(from + ROWS, inputs.size()));
            float[] logits = logits(stacked(batch)).toArray();
            for (int row = 0; row < batch.size(); row++) {
                said.add(highest(logits, row * classes));
            }
        }
        return said;
    }

    /** One batch, filled up with its first input. */
    private static Tensor stacked(List<Tensor> inputs) {
        Tensor first = inputs.get(0);
        float[] values = new float[ROWS * first.size()];
        for (int row = 0; row < ROWS; row++) {
            Tensor input = row < inputs.size() ? inputs.get(row) : first;
            input.asBuffer().get(values, row * first.size(), first.size());
        }
        int[] shape = new int[first.shape().length + 1];
        shape[0] = ROWS;
        System.arraycopy(first.shape(), 0, shape, 1, shape.length - 1);
        return Tensor.of(values, shape);
    }

    private Tensor logits(Tensor inputs) {
        Tensor logits;
        try {
            synchronized (judge) {
                logits = judge.logits(inputs);
            }
        } catch (RuntimeException e) {
            String reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
            throw new ModelException("Labelling by " + judge.name() + " failed: " + reason, e);
        }
        if (!Arrays.equals(logits.shape(), new int[] {ROWS, classes})) {
            throw new ModelException("Labelling by %s gave the shape %s for a batch of %d; %d classes are expected"
                    .formatted(judge.name(), Arrays.toString(logits.shape()), ROWS, classes));
        }
        return logits;
    }

    private OptionalInt highest(float[] logits, int from) {
        int best = 0;
        for (int k = 0; k < classes; k++) {
            if (Float.isNaN(logits[from + k])) {
                return OptionalInt.empty();
            }
            best = logits[from + k] > logits[from + best] ? k : best;
        }
        return OptionalInt.of(best);
    }
}
