/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.sampler.Method;

/** Whether a method can draw from a data distribution at all. */
final class MethodFit {

    private MethodFit() {}

    /**
     * Refuses a method that cannot.
     *
     * @throws ModelException says which can
     */
    static void require(SearchSpec spec, Prior prior) {
        Method method = spec.sampling().method();
        String name = spec.distribution().name();
        if (method == Method.OWN_MOVES && prior.moves().isEmpty()) {
            throw new ModelException(
                    ("The distribution %s has no moves of its own, so that method = OWN_MOVES has nothing to move chains by. Use "
                                    + "method = AUTO, or give it some: DataDistribution.moves().")
                            .formatted(name));
        }
        if (method == Method.NUTS && prior.isRestricted()) {
            throw new ModelException(
                    ("The distribution %s does not admit every point, and at the border of what it admits its density has no "
                                    + "gradient that method = NUTS could follow. Use method = %s, or ELLIPTICAL_SLICE.")
                            .formatted(name, suitable(prior)));
        }
        if (method == Method.MIXTURE && prior.isRestricted()) {
            throw new ModelException(
                    ("The distribution %s does not admit every point, and draws of a fitted mixture do not tell how often "
                                    + "something happens among those that it does: method = MIXTURE needs all of N(0, I). "
                                    + "Use method = %s, or DIRECT.")
                            .formatted(name, suitable(prior)));
        }
    }

    private static String suitable(Prior prior) {
        return prior.moves().isEmpty() ? "AUTO" : "AUTO or OWN_MOVES";
    }
}
