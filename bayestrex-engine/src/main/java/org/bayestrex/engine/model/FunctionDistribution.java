/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.model;

import java.util.function.UnaryOperator;

/** A generator in plain Java. */
record FunctionDistribution(String name, int latentSize, UnaryOperator<Tensor> function) implements DataDistribution {

    @Override
    public Tensor generate(Tensor latents) {
        return function.apply(latents);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
