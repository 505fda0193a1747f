/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.InputGradient;
import org.bayestrex.engine.model.Tensor;

/**
 * Two classes, of which class 0 has the log-odds sum(w x + a x^2): all maps can be had by hand.
 *
 * @param linear w
 * @param quadratic a
 */
record Quadratic(double[] linear, double[] quadratic) implements Classifier, InputGradient {

    @Override
    public String name() {
        return "quadratic";
    }

    @Override
    public List<String> labels() {
        return List.of();
    }

    @Override
    public Tensor logits(Tensor inputs) {
        int rows = inputs.shape()[0];
        float[] logits = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int i = 0; i < linear.length; i++) {
                double x = inputs.get(row * linear.length + i);
                sum += linear[i] * x + quadratic[i] * x * x;
            }
            logits[2 * row] = (float) sum;
        }
        return Tensor.of(logits, rows, 2);
    }

    @Override
    public Tensor pullBack(Tensor inputs, Head head) {
        Tensor logits = logits(inputs);
        float[] gradient = new float[inputs.size()];
        for (int i = 0; i < gradient.length; i++) {
            int row = i / linear.length;
            int j = i % linear.length;
            double slope = linear[j] + 2 * quadratic[j] * inputs.get(i);
            gradient[i] = (float) (slope
                    * head.cotangents(row, new double[] {logits.get(2 * row), logits.get(2 * row + 1)})[0]);
        }
        return Tensor.of(gradient, inputs.shape());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
