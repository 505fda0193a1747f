/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import java.util.function.Consumer;
import org.bayestrex.engine.model.ModelException;

/**
 * A point that waits for its density.
 *
 * @param slot which row of the batch is to answer, modulo the batch's size: 0 or more, and the same whenever
 *     this very point is asked for
 * @param position the latent point, length d
 * @param gradient whether the gradient is wanted
 * @param posterior which density
 * @param answer is told the density, once
 * @param failure is told instead that a model failed on this very point
 * @param witness is told, before {@code answer}, what the networks themselves said
 */
public record Request(
        int slot,
        double[] position,
        boolean gradient,
        Posterior posterior,
        Consumer<Evaluation> answer,
        Consumer<ModelException> failure,
        Consumer<Answer> witness) {

    /** A point whose density alone is of interest. */
    public Request(
            int slot,
            double[] position,
            boolean gradient,
            Posterior posterior,
            Consumer<Evaluation> answer,
            Consumer<ModelException> failure) {
        this(slot, position, gradient, posterior, answer, failure, raw -> {});
    }
}
