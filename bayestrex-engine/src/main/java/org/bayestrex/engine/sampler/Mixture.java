/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** A mixture of proposals. */
final class Mixture implements Proposal {

    private final List<Proposal> components;
    private final double[] weights;

    /**
     * A mixture.
     *
     * @param weights one for each component, summing to 1
     */
    Mixture(List<? extends Proposal> components, double[] weights) {
        this.components = List.copyOf(components);
        this.weights = weights.clone();
    }

    @Override
    public double[] draw(UniformRandomProvider random) {
        double left = random.nextDouble();
        int chosen = 0;
        while (chosen < weights.length - 1 && left >= weights[chosen]) {
            left -= weights[chosen++];
        }
        return components.get(chosen).draw(random);
    }

    @Override
    public double largestPriorRatio() {
        double bound = Double.POSITIVE_INFINITY;
        for (int k = 0; k < weights.length; k++) {
            bound = Math.min(bound, components.get(k).largestPriorRatio() / weights[k]);
        }
        return bound;
    }

    @Override
    public double logDensity(double[] position) {
        double[] logs = new double[weights.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Math.log(weights[k]) + components.get(k).logDensity(position);
        }
        return LogWeights.logSum(logs);
    }
}
