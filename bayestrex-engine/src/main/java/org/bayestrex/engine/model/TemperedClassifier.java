/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

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

    @Override
    public String fingerprint() {
        String known = delegate.fingerprint();
        return known.isEmpty() ? "" : known + ", temperature " + temperature;
    }
}
