/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The derivative of a classifier's logits by its input. A classifier of one's own that implements it too is differentiated
 * with it.
 *
 * <p>Whoever asks synchronizes on the classifier, see {@link Classifier}.
 */
@FunctionalInterface
public interface InputGradient {

    /**
     * Forward and backward pass in one go.
     *
     * @param inputs shape [batch, ...]
     * @param head what is differentiated in each row
     * @return the derivative by the inputs, of their shape
     * @throws ModelException when the model throws, or no gradient flows through it
     */
    Tensor pullBack(Tensor inputs, Head head);

    /** What is differentiated: from a row's logits to the derivative of a scalar by each of them. */
    @FunctionalInterface
    interface Head {

        /**
         * The derivatives of one row.
         *
         * @param row its number in the batch, from 0
         * @param logits length K
         * @return length K
         */
        double[] cotangents(int row, double[] logits);
    }

    /** The gradient of a classifier; empty where it has none, as ONNX models and Java functions have. */
    static Optional<InputGradient> of(Classifier classifier) {
        if (classifier instanceof InputGradient own) {
            return Optional.of(own);
        }
        if (classifier instanceof LimitedClassifier limited) {
            return of(limited.delegate()).map(gradient -> (inputs, head) -> inParts(limited, gradient, inputs, head));
        }
        if (classifier instanceof TemperedClassifier tempered) {
            return of(tempered.delegate()).map(gradient -> (inputs, head) -> cooled(tempered, gradient, inputs, head));
        }
        return Optional.empty();
    }

    private static Tensor inParts(LimitedClassifier limited, InputGradient gradient, Tensor inputs, Head head) {
        List<Tensor> parts = new ArrayList<>();
        int first = 0;
        for (Tensor part : inputs.chunks(limited.rows())) {
            int from = first;
            synchronized (limited.delegate()) {
                parts.add(gradient.pullBack(part, (row, logits) -> head.cotangents(from + row, logits)));
            }
            first += part.shape()[0];
        }
        return Tensor.concatenated(parts);
    }

    private static Tensor cooled(TemperedClassifier tempered, InputGradient gradient, Tensor inputs, Head head) {
        synchronized (tempered.delegate()) {
            return gradient.pullBack(
                    inputs,
                    (row, logits) -> divided(
                            head.cotangents(row, divided(logits, tempered.temperature())), tempered.temperature()));
        }
    }

    private static double[] divided(double[] values, double divisor) {
        double[] quotients = values.clone();
        for (int k = 0; k < quotients.length; k++) {
            quotients[k] /= divisor;
        }
        return quotients;
    }
}
