/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.Arrays;
import org.bayestrex.engine.model.LatentClassifier;

/** Two classes in plain Java, with a gradient; class 0 has log-odds that are known everywhere. */
record LogOddsModel(int latentSize, LogOdds logOdds) implements LatentClassifier {

    /** The log-odds of class 0. */
    interface LogOdds {

        /** The value at a point; its derivative is added to the second argument. */
        double at(double[] position, double[] gradient);
    }

    /** Log-odds {@code slope (z_0 - shift)}. */
    static LogOddsModel linear(int latentSize, double slope, double shift) {
        return new LogOddsModel(latentSize, (z, gradient) -> {
            gradient[0] += slope;
            return slope * (z[0] - shift);
        });
    }

    /** Half-spaces {@code z_0 >= right} and {@code z_0 <= -left}, in which class 0 has a confidence of .9 or more. */
    static LogOddsModel twoSides(int latentSize, double left, double right) {
        double margin = Math.log(9) / 4;
        return new LogOddsModel(latentSize, (z, gradient) -> {
            double onTheRight = z[0] - right + margin;
            double onTheLeft = -z[0] - left + margin;
            gradient[0] += onTheRight > onTheLeft ? 4 : -4;
            return 4 * Math.max(onTheRight, onTheLeft);
        });
    }

    @Override
    public String name() {
        return "log-odds";
    }

    @Override
    public int classes() {
        return 2;
    }

    @Override
    public float[] logits(float[] latents, int rows) {
        float[] logits = new float[2 * rows];
        for (int i = 0; i < rows; i++) {
            logits[2 * i] = (float) logOdds.at(row(latents, i), new double[latentSize]);
        }
        return logits;
    }

    @Override
    public boolean isDifferentiable() {
        return true;
    }

    @Override
    public float[] pullBack(float[] latents, int rows, Head head) {
        float[] cotangents = head.cotangents(logits(latents, rows));
        float[] pulled = new float[latents.length];
        for (int i = 0; i < rows; i++) {
            double[] gradient = new double[latentSize];
            logOdds.at(row(latents, i), gradient);
            for (int j = 0; j < latentSize; j++) {
                pulled[i * latentSize + j] = (float) (cotangents[2 * i] * gradient[j]);
            }
        }
        return pulled;
    }

    private double[] row(float[] latents, int row) {
        double[] z = new double[latentSize];
        Arrays.setAll(z, j -> latents[row * latentSize + j]);
        return z;
    }
}
