/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A classifier that is asked about a few rows at a time.
 *
 * @param delegate the model as it is
 * @param rows most rows of a batch that it is given
 */
record LimitedClassifier(Classifier delegate, int rows) implements WrappedClassifier {

    static int requireRows(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A batch must have 1 row or more, but is limited to " + rows);
        }
        return rows;
    }

    @Override
    public Tensor logits(Tensor inputs) {
        List<Tensor> parts = new ArrayList<>();
        for (Tensor part : inputs.chunks(rows)) {
            synchronized (delegate) {
                parts.add(delegate.logits(part));
            }
        }
        return Tensor.concatenated(parts);
    }

    /** So that the gradient is kept. */
    @Override
    public Classifier withTemperature(double temperature) {
        return new LimitedClassifier(delegate.withTemperature(temperature), rows);
    }

    /** The smaller of two limits counts. */
    @Override
    public Classifier withBatchLimit(int limit) {
        return new LimitedClassifier(delegate, Math.min(rows, requireRows(limit)));
    }

    @Override
    public String fingerprint() {
        String known = delegate.fingerprint();
        return known.isEmpty() ? "" : known + ", at most " + rows + " rows";
    }
}
