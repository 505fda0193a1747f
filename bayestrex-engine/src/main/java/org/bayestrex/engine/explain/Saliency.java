/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.List;
import org.bayestrex.engine.model.Classifier;

/** A way to say what in an input makes a model claim a class. Each answers for many inputs in shared batches. */
public sealed interface Saliency
        permits VanillaGradient, SmoothGrad, IntegratedGradients, Occlusion, DifferentiableMasking {

    /** Its name in the literature. */
    String method();

    /** Whether it asks the model for its gradient. */
    boolean needsGradient();

    /**
     * Explains claims, in their order.
     *
     * @param classifier the model; its monitor is held while it is asked
     * @param claims inputs of one shape
     * @throws org.bayestrex.engine.model.ModelException when the model throws, or has no gradient where one is needed
     * @throws IllegalArgumentException when the inputs are of several shapes, or a class does not exist
     */
    List<Attribution> of(Classifier classifier, List<Claim> claims);
}
