/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import java.util.Map;
import org.bayestrex.engine.model.Tensor;

/**
 * What in an input makes a model claim a class.
 *
 * @param signed of the input's shape: above 0 where more of the value speaks for the class, below where it speaks against it
 * @param magnitude of the input's shape, 0 or more: how much the value matters, whichever way
 * @param cls the class
 * @param score what of the class was explained
 * @param method the method's name: "SmoothGrad"
 * @param parameters the method's parameters and figures by name, such as "draws"
 */
public record Attribution(
        Tensor signed, Tensor magnitude, int cls, ClassScore score, String method, Map<String, Double> parameters) {

    public Attribution {
        parameters = Map.copyOf(parameters);
    }
}
