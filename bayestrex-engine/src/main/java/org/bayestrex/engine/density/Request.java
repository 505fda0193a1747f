/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.density;

import java.util.function.Consumer;
import org.bayestrex.engine.model.ModelException;

/**
 * A point that waits for its density.
 *
 * @param position the latent point, length d
 * @param gradient whether the gradient is wanted
 * @param posterior which density
 * @param answer is told the density, once
 * @param failure is told instead that a model failed on this very point
 */
public record Request(
        double[] position,
        boolean gradient,
        Posterior posterior,
        Consumer<Evaluation> answer,
        Consumer<ModelException> failure) {}
