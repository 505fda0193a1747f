/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain.mask;

import java.util.Arrays;
import org.bayestrex.engine.model.LatentClassifier.Head;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Tensor;

/**
 * Kullback-Leibler divergence of masked predictions from a model's own, D(f(x) || f(x^)) in nats, and the derivative of its
 * weighted mean by the masked logits, which is (p^ - p) weight / rows.
 */
final class Divergence implements Head {

    private final String model;
    private final Tensor own;
    private final double[] weights;
    private double[] values = {};

    /** @param weights one of each row */
    Divergence(String model, Tensor own, double[] weights) {
        this.model = model;
        this.own = own;
        this.weights = weights;
    }

    @Override
    public float[] cotangents(float[] masked) {
        int rows = own.shape()[0];
        int classes = own.shape()[1];
        float[] slopes = new float[masked.length];
        float[] unmasked = own.toArray();
        values = new double[rows];
        for (int row = 0; row < rows; row++) {
            double[] p = logSoftmax(unmasked, row * classes, classes);
            double[] q = logSoftmax(masked, row * classes, classes);
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += Math.exp(p[k]) * (p[k] - q[k]);
                slopes[row * classes + k] = (float) (weights[row] / rows * (Math.exp(q[k]) - Math.exp(p[k])));
            }
            if (!Double.isFinite(sum)) {
                throw new ModelException(
                        "The model %s gives no finite divergence: log-probabilities %s of an input and %s of the masked input"
                                .formatted(model, Arrays.toString(p), Arrays.toString(q)));
            }
            values[row] = Math.max(0, sum);
        }
        return slopes;
    }

    /** Of each row, after the cotangents were asked for. */
    double[] values() {
        return values.clone();
    }

    /** Of each row, without a derivative. */
    static double[] between(String model, Tensor own, Tensor masked) {
        Divergence divergence = new Divergence(model, own, new double[own.shape()[0]]);
        float[] unused = divergence.cotangents(masked.toArray());
        assert unused.length == masked.size();
        return divergence.values();
    }

    private static double[] logSoftmax(float[] logits, int from, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            largest = Math.max(largest, logits[from + k]);
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += Math.exp(logits[from + k] - largest);
        }
        double[] logs = new double[classes];
        for (int k = 0; k < classes; k++) {
            logs[k] = logits[from + k] - largest - Math.log(sum);
        }
        return logs;
    }
}
