/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.List;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.InputGradient;
import org.bayestrex.engine.model.Tensor;

/** A classifier whose class 1 has the weighted sum of the values as its log-odds: what it needs is known. */
public record WeightedPixels(float[] weights) implements Classifier, InputGradient {

    @Override
    public String name() {
        return "weighted pixels";
    }

    @Override
    public List<String> labels() {
        return List.of("no", "yes");
    }

    @Override
    public Tensor logits(Tensor inputs) {
        int rows = inputs.shape()[0];
        float[] logits = new float[2 * rows];
        for (int i = 0; i < inputs.size(); i++) {
            logits[i / weights.length * 2 + 1] += weights[i % weights.length] * inputs.get(i);
        }
        return Tensor.of(logits, rows, 2);
    }

    @Override
    public Tensor pullBack(Tensor inputs, InputGradient.Head head) {
        Tensor logits = logits(inputs);
        float[] slopes = new float[inputs.size()];
        for (int row = 0; row < inputs.shape()[0]; row++) {
            double slope = head.cotangents(row, new double[] {logits.get(2 * row), logits.get(2 * row + 1)})[1];
            for (int i = 0; i < weights.length; i++) {
                slopes[row * weights.length + i] = (float) (slope * weights[i]);
            }
        }
        return Tensor.of(slopes, inputs.shape());
    }

    @Override
    public void close() {}
}
