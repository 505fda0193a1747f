/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.bayestrex.benchmarks.Scenario.Company;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;

class SamePosteriorTest {

    private final Scenario scenario =
            new Scenario(Models.digits(Path.of("models")), HighConfidence.of(0), "confident:0", Company.NUTS, 1);

    @Test
    void theSameDensityDiffersByRoundingOnly() {
        assertThat(SamePosterior.difference(new LogisticModel(), scenario, run(0)))
                .isLessThan(1e-4);
    }

    @Test
    void theLargestDifferenceOfAnyDrawCounts() {
        assertThat(SamePosterior.difference(new LogisticModel(), scenario, run(.7)))
                .isCloseTo(.7, within(1e-4));
    }

    /** Three draws with the log density of "confident in 0" at logistic(4 u), the last one with an error. */
    private static MethodRun run(double error) {
        double[] u = {.4, .9, -.1};
        double[][][] draws = new double[1][3][1];
        double[][] logDensity = new double[1][3];
        for (int i = 0; i < 3; i++) {
            double shortfall = 1 / (1 + Math.exp(4 * u[i])) / .05;
            draws[0][i][0] = u[i];
            logDensity[0][i] = -.5 * u[i] * u[i] - .5 * shortfall * shortfall + (i == 2 ? error : 0);
        }
        return new MethodRun("NUTS", 1, 1, 1, 2, 150, 1, Double.POSITIVE_INFINITY, false, draws, logDensity);
    }
}
