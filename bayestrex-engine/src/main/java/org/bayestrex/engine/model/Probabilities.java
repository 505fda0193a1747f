/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import org.bayestrex.engine.model.TorchScript.Output;

/**
 * A model's outputs, held against what they are said to be: a softmax that is taken for logits flattens every
 * confidence, and the logarithm of logits is nothing. Neither would be noticed.
 *
 * @param model its name, for messages
 * @param output what the outputs are said to be
 */
record Probabilities(String model, Output output) {

    /** Below this a probability's logarithm is cut off, at -87: the smallest normal float. */
    static final float LEAST = Float.MIN_NORMAL;

    /** How far the sum of a row may be from 1: half-precision softmax layers are off by a thousandth. */
    private static final double TOLERANCE = 1e-2;

    /** Logits that happen to sum to 1 do not do so in this many digits. */
    private static final double SUSPICIOUS = 1e-5;

    /** The logarithms of probabilities, as logits. */
    static Tensor logarithms(Tensor probabilities) {
        float[] values = probabilities.toArray();
        for (int i = 0; i < values.length; i++) {
            // a NaN stays one
            values[i] = (float) Math.log(values[i] < LEAST ? LEAST : values[i]);
        }
        return Tensor.owning(values, probabilities.shape());
    }

    /**
     * Checks a batch.
     *
     * @param outputs [batch, classes]; rows with a NaN are not looked at
     * @throws ModelException when probabilities are said, but are none; or when logits are said, but each row is a probability
     */
    void requireMeant(Tensor outputs) {
        int rows = outputs.shape()[0];
        int width = rows == 0 ? 0 : outputs.size() / rows;
        int alike = 0;
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            double least = 0;
            for (int k = 0; k < width; k++) {
                float value = outputs.get(row * width + k);
                sum += value;
                least = Math.min(least, value);
            }
            if (output == Output.PROBABILITIES && (least < 0 || Math.abs(sum - 1) > TOLERANCE)) {
                throw new ModelException(
                        ("The outputs of %s are no probabilities: a row sums to %s%s. Say that they are "
                                        + "logits (Output.LOGITS), or let the model end in a softmax")
                                .formatted(model, (float) sum, least < 0 ? " and has the value " + (float) least : ""));
            }
            alike += least >= 0 && Math.abs(sum - 1) < SUSPICIOUS ? 1 : 0;
        }
        if (output == Output.LOGITS && rows > 0 && alike == rows) {
            throw new ModelException(
                    ("The outputs of %s look like probabilities: none is negative and they sum to 1. Say so "
                                    + "(Output.PROBABILITIES), or confidences would be those of a softmax of a softmax")
                            .formatted(model));
        }
    }
}
