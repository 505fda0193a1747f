/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A classifier: inputs in, one row of logits each out.
 *
 * <p>Logits rather than probabilities, because a float softmax reaches exactly 1 and leaves nothing
 * to search by. Implementations may be called by one thread at a time only; the engine sees to that.
 */
public interface Classifier extends AutoCloseable {

    /** How the model is called in messages and reports: its file's name, as a rule. */
    String name();

    /** A name for each class, in the order of the logits; empty where classes are only numbered. */
    List<String> labels();

    /**
     * Evaluates a batch.
     *
     * @param inputs shape [batch, ...], for images [batch, channels, height, width]
     * @return logits, shape [batch, classes]
     */
    Tensor logits(Tensor inputs);

    /**
     * What the answers depend on, beyond the name: a hash of the weights, the device, the library. A
     * checkpoint is resumed only by a model whose fingerprint is the one that it was made with. Empty where
     * nothing is known.
     */
    default String fingerprint() {
        return "";
    }

    @Override
    void close();

    /**
     * A classifier that is any Java function. Without a gradient: gradient-free samplers only.
     *
     * @param name how it is called in messages and reports
     * @param labels a name for each class; empty to number them
     * @param logits inputs [batch, ...] to logits [batch, classes]
     */
    static Classifier of(String name, List<String> labels, UnaryOperator<Tensor> logits) {
        return new FunctionClassifier(name, List.copyOf(labels), logits);
    }
}
