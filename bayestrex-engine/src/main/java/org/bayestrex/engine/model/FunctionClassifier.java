/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.List;
import java.util.function.UnaryOperator;

/** A classifier in plain Java. */
record FunctionClassifier(String name, List<String> labels, UnaryOperator<Tensor> function) implements Classifier {

    @Override
    public Tensor logits(Tensor inputs) {
        return function.apply(inputs);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
