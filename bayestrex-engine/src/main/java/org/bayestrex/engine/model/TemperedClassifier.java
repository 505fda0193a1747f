/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.List;

/**
 * A classifier whose logits are divided by a temperature.
 *
 * @param delegate the model as it is
 * @param temperature positive
 */
record TemperedClassifier(Classifier delegate, double temperature) implements Classifier {

    @Override
    public String name() {
        return delegate.name();
    }

    @Override
    public List<String> labels() {
        return delegate.labels();
    }

    @Override
    public Tensor logits(Tensor inputs) {
        Tensor logits;
        synchronized (delegate) {
            logits = delegate.logits(inputs);
        }
        float[] values = logits.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] /= (float) temperature;
        }
        return Tensor.owning(values, logits.shape());
    }

    @Override
    public String fingerprint() {
        String known = delegate.fingerprint();
        return known.isEmpty() ? "" : known + ", temperature " + temperature;
    }

    @Override
    public void requireUnchanged() {
        delegate.requireUnchanged();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
