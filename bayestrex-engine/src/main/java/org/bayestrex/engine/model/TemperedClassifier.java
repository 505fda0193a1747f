/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.Optional;

/**
 * A classifier whose logits are divided by a temperature.
 *
 * @param delegate the model as it is
 * @param temperature positive
 */
record TemperedClassifier(Classifier delegate, double temperature) implements WrappedClassifier {

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

    /** What the model within offers speaks of its own confidences, not of these. */
    @Override
    public <T> Optional<T> as(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public String fingerprint() {
        String known = delegate.fingerprint();
        return known.isEmpty() ? "" : known + ", temperature " + temperature;
    }
}
