/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MethodRunTest {

    @Test
    void independentDrawsAreAllEffectiveAndTheGoalIsReachedInProportion() {
        // given 4 chains of 500 independent draws, taken in 10 seconds after 3 of warm-up
        MethodRun run = run(3, 10, 500);

        assertThat(run.size()).isEqualTo(2000);
        assertThat(run.effective()).isBetween(1500.0, 2500.0);
        assertThat(run.rHat()).isLessThan(1.01);
        assertThat(run.secondsToGoal()).isCloseTo(3 + 10 * 400 / run.effective(), within(1e-12));
    }

    @Test
    void withoutADrawOnlyABoundIsKnownForTheGoal() {
        // given 20 seconds for 10 of 150 iterations of the warm-up
        MethodRun run = run(20, 0, 0);

        assertThat(run.effective()).isNaN();
        assertThat(run.secondsToGoal()).isNaN();
        // then 140 more iterations and 100 draws of each of 4 chains, 2 seconds each, are the least
        assertThat(run.leastSecondsToGoal()).isCloseTo(2 * (150 + 100), within(1e-12));
    }

    @Test
    void theDensityCountsLikeALatent() {
        MethodRun run = run(1, 1, 500);
        double[][] trend = new double[4][500];
        for (double[] chain : trend) {
            for (int i = 0; i < chain.length; i++) {
                chain[i] = i;
            }
        }
        MethodRun trending =
                new MethodRun("NUTS", 4, 1, 1, 2, 150, 1, Double.POSITIVE_INFINITY, false, run.draws(), trend);

        assertThat(trending.effective()).isLessThan(20);
        assertThat(trending.rHat()).isGreaterThan(1.5);
    }

    private static MethodRun run(double warmup, double sampling, int draws) {
        SplittableRandom random = new SplittableRandom(5);
        double[][][] positions = new double[4][draws][2];
        double[][] logDensity = new double[4][draws];
        for (int c = 0; c < 4; c++) {
            for (int i = 0; i < draws; i++) {
                positions[c][i] = new double[] {random.nextGaussian(), random.nextGaussian()};
                logDensity[c][i] = random.nextGaussian();
            }
        }
        return new MethodRun(
                "NUTS", 4, warmup, sampling, 2, 150, 1, Double.POSITIVE_INFINITY, false, positions, logDensity);
    }
}
