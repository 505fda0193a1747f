/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A classifier: inputs in, one row of logits each out.
 *
 * <p>Logits rather than probabilities, because a float softmax reaches exactly 1 and leaves nothing
 * to search by.
 *
 * <p>Implementations need not be safe for threads: a {@code SearchService} calls all models of its searches from one
 * thread, and the engine holds a model's monitor while it calls it, so that searches of several services that share a
 * model object queue. Whoever calls a model beside the engine synchronizes on it.
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

    /**
     * Whether what the fingerprint speaks of is still there: a model that was loaded from a file looks at that file again.
     * Asked at the end of a search, and before findings are taken from a cache.
     *
     * @throws ModelException when the file has another content by now, or is gone
     */
    default void requireUnchanged() {
        // nothing outside the object, as far as is known
    }

    /**
     * The same model with its logits divided by a temperature, as a calibration on held-out data gave it (Guo et al., "On
     * Calibration of Modern Neural Networks", 2017). The gradient is kept; closing either closes both.
     *
     * @param temperature above 0; 1 changes nothing, more makes the model less confident
     * @throws IllegalArgumentException when it is not positive and finite
     */
    default Classifier withTemperature(double temperature) {
        return new TemperedClassifier(this, Temperature.require(temperature));
    }

    /**
     * The same model for batches of any size, of which it sees at most so many rows at once. The gradient is kept; closing
     * either closes both.
     *
     * @param rows 1 or more
     * @throws IllegalArgumentException when there is no row
     */
    default Classifier withBatchLimit(int rows) {
        return new LimitedClassifier(this, LimitedClassifier.requireRows(rows));
    }

    /**
     * The same model, asked about an input once as long as the answer is among the latest so many: for inputs that come again and
     * again, as the sentences of a grammar do. Without a gradient; closing either closes both. Evaluations are counted as before.
     *
     * @param answers to keep, 1 or more
     * @throws IllegalArgumentException when there is none
     */
    default Classifier remembering(int answers) {
        return new RememberingClassifier(this, answers);
    }

    /**
     * What else this model can do, as something that an explanation asks for: its hidden states, for one. By default the
     * model itself where it is of the type. A wrapped model, such as one that {@linkplain #remembering remembers}, offers what the
     * model within it does, for which no batch limit holds; but one with a temperature does not, since its confidences are others. A
     * model that offers another object overrides it. Whoever uses what is given synchronizes on this classifier.
     *
     * @param type such as {@code org.bayestrex.engine.explain.mask.MaskableModel}
     * @return empty where the model has no such thing
     */
    default <T> Optional<T> as(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
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
