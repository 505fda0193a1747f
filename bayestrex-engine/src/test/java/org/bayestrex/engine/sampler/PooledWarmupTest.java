/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.LogDensity;
import org.junit.jupiter.api.Test;

/** Chains of one posterior learn their metric and step size together. */
class PooledWarmupTest {

    private static final double[] DEVIATIONS = {.1, 1, 10};
    private static final LogDensity UNEVEN = (z, withGradient) -> {
        double[] gradient = new double[z.length];
        double logDensity = 0;
        for (int i = 0; i < z.length; i++) {
            gradient[i] = -z[i] / (DEVIATIONS[i] * DEVIATIONS[i]);
            logDensity += z[i] * gradient[i] / 2;
        }
        return new Evaluation(logDensity, 0, gradient, new double[0]);
    };
    private static final int CHAINS = 16;

    private static List<Chain> chains(ChainPlan plan) {
        Sequential runner = new Sequential(UNEVEN);
        return IntStream.range(0, CHAINS)
                .mapToObj(i -> new Chain(
                        i,
                        runner.at(.02 * (i - 8), .2 * (i - 8), 2 * (i - 8)),
                        plan,
                        RandomSource.XO_RO_SHI_RO_128_PP.create(61 + i)))
                .toList();
    }

    private static void runTo(int iterations, List<Chain> chains) {
        for (Chain chain : chains) {
            for (Step.Evaluate asked = chain.pending(iterations); asked != null; asked = chain.pending(iterations)) {
                chain.resume(UNEVEN.evaluate(asked.position(), asked.gradient()));
            }
        }
    }

    private static void warmUp(ChainPlan plan, List<Chain> chains) {
        PooledWarmup pooled = new PooledWarmup(plan);
        for (int meeting : pooled.meetings()) {
            runTo(meeting, chains);
            pooled.meet(meeting, chains);
        }
    }

    @Test
    void chainsMeetAtTheEndOfEachWindowAndOfTheWarmUp() {
        assertThat(new PooledWarmup(ChainPlan.of(Method.NUTS, 150, 10, 3)).meetings())
                .containsExactly(100, 150);
        assertThat(new PooledWarmup(ChainPlan.of(Method.NUTS, 40, 10, 3)).meetings())
                .containsExactly(36, 40);
        assertThat(new PooledWarmup(ChainPlan.of(Method.NUTS, 0, 10, 3)).meetings())
                .isEmpty();
        assertThat(new PooledWarmup(ChainPlan.of(Method.ELLIPTICAL_SLICE, 150, 10, 3)).meetings())
                .isEmpty();
    }

    @Test
    void theMetricIsLearntFromTheDrawsOfAll() {
        ChainPlan plan = ChainPlan.of(Method.NUTS, 60, 10, 3);
        List<Chain> chains = chains(plan);

        warmUp(plan, chains);

        double[] variances = chains.get(0).adaptation().taught().regularisedVariance();
        for (int i = 0; i < DEVIATIONS.length; i++) {
            assertThat(Math.sqrt(variances[i]) / DEVIATIONS[i])
                    .as("deviation of latent %d, learnt / true", i)
                    .isCloseTo(1, within(.2));
        }
        assertThat(chains)
                .allSatisfy(
                        chain -> assertThat(chain.adaptation().taught().draws()).isEqualTo(CHAINS * 45));
    }

    @Test
    void allChainsTakeTheSameStepsAfterTheWarmUp() {
        ChainPlan plan = ChainPlan.of(Method.NUTS, 60, 10, 3);
        List<Chain> together = chains(plan);
        List<Chain> alone = chains(plan);

        warmUp(plan, together);
        runTo(70, together);
        runTo(70, alone);

        assertThat(together)
                .extracting(chain -> chain.trace().stepSize())
                .containsOnly(together.get(0).trace().stepSize());
        assertThat(alone.stream().map(chain -> chain.trace().stepSize()).distinct())
                .hasSize(CHAINS);
        assertThat(together).allMatch(Chain::isDone);
    }
}
