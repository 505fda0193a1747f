/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
            float[] logits = logits(Tensor.stacked(padded(batch))).toArray();
            for (int row = 0; row < batch.size(); row++) {
                said.add(highest(logits, row * classes));
            }
        }
        return said;
    }

    /** Filled up with its first input. */
    private static List<Tensor> padded(List<Tensor> batch) {
        List<Tensor> rows = new ArrayList<>(batch);
        rows.addAll(Collections.nCopies(ROWS - batch.size(), batch.get(0)));
        return rows;
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
