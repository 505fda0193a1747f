/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two half-spaces, far apart: chains of local moves never change sides, and the sides have exact weights. */
class TwoModesTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @ParameterizedTest
    @CsvSource({"AUTO, 2, 2.2, 2", "AUTO, 5, 3.2, 3", "MIXTURE, 2, 2.2, 2", "MIXTURE, 5, 3.2, 3"})
    void bothKeepTheirWeights(Method method, int dimension, double left, double right) {
        // given
        LogOddsModel model = LogOddsModel.twoSides(dimension, left, right);

        // when
        Findings findings = SteppedSearch.of(
                model, HighConfidence.of(0), Sampling.of(method).withSeed(3));

        // then
        double onTheRight = findings.samples().stream()
                .filter(sample -> sample.latent()[0] > 0)
                .count();
        assertThat(onTheRight / findings.samples().size()).isCloseTo(exactShare(model), within(.05));
        double mass = NORMAL.survivalProbability(left) + NORMAL.survivalProbability(right);
        assertThat(findings.levelSetMass().lower()).isLessThan(mass);
        assertThat(findings.levelSetMass().upper()).isGreaterThan(mass);
        assertThat(findings.diagnostics().problems()).isEmpty();
    }

    /** Posterior probability of z_0 > 0; the other latents have no part in it. */
    private static double exactShare(LogOddsModel model) {
        double right = 0;
        double all = 0;
        for (double z = -9; z <= 9; z += 1e-4) {
            double[] position = new double[model.latentSize()];
            position[0] = z;
            double residual = 1 / (1 + Math.exp(model.logOdds().at(position, position.clone()))) / .05;
            double weight = Math.exp(-.5 * (z * z + residual * residual));
            all += weight;
            right += z > 0 ? weight : 0;
        }
        return right / all;
    }
}
