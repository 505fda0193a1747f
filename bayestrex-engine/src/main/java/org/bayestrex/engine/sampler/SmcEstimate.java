/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An integral by importance sampling from a population.
 *
 * @param population of {@code prior exp(-b D)}
 * @param logWeights from there to the integrand, one for each particle
 */
record SmcEstimate(SmcPopulation population, double[] logWeights) {

    double effectiveSize() {
        return LogWeights.effectiveSize(logWeights);
    }

    /** Log of the integral; negative infinity where no particle has a weight. */
    double logIntegral() {
        return population.logIntegral(logWeights);
    }

    /** The estimate with more effective particles; of two equals the later one. */
    SmcEstimate orBetter(SmcEstimate later) {
        return later.effectiveSize() >= effectiveSize() ? later : this;
    }

    /** The particles that have a weight, in the order of their ancestors. */
    Stream<SmcParticle> particles(int island) {
        return IntStream.range(0, logWeights.length)
                .filter(i -> logWeights[i] > Double.NEGATIVE_INFINITY)
                .mapToObj(i -> new SmcParticle(
                        population.states().get(i),
                        island,
                        population.ancestors()[i],
                        population.logConstant() + logWeights[i]));
    }
}
