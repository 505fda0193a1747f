/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions that no prior draw ever meets: reached, measured, or admitted not to be. */
class RareTargetTest {

    private static final double MASS = 4e-8;

    @ParameterizedTest
    @ValueSource(ints = {2, 32})
    void autoFindsTheExactMassAndMean(int dimension) {
        // given
        HalfSpace truth = HalfSpace.ofMass(dimension, MASS);

        // when
        Findings findings = truth.search(Sampling.DEFAULT);

        // then
        Rate mass = findings.levelSetMass();
        assertThat(mass.lower()).isLessThan(MASS);
        assertThat(mass.upper()).isGreaterThan(MASS);
        assertThat(mass.estimate()).isCloseTo(MASS, within(.3 * MASS));
        assertThat(mass.upper() / mass.lower()).isLessThan(3);
        assertThat(findings.massEstimates()).hasSize(3);
        assertThat(findings.samples()).hasSize(3200);
        var first = findings.diagnostics().quantities().get(0);
        assertThat(first.mean()).isCloseTo(truth.mean(), within(4 * first.mcse()));
        assertThat(findings.diagnostics().problems()).isEmpty();
    }

    @Test
    void nutsAloneStartsFromParticlesOfSequentialMonteCarlo() {
        // given
        HalfSpace truth = HalfSpace.ofMass(2, MASS);

        // when
        Findings findings = truth.search(Sampling.of(Method.NUTS));

        // then
        assertThat(findings.effort().parts()).extracting(Part::name).contains(Part.SMC);
        assertThat(findings.diagnostics().ancestors()).isGreaterThanOrEqualTo(12);
        assertThat(findings.levelSetMass().lower()).isLessThan(MASS);
        assertThat(findings.levelSetMass().upper()).isBetween(MASS, 4 * MASS);
        var first = findings.diagnostics().quantities().get(0);
        assertThat(first.mean()).isCloseTo(truth.mean(), within(4 * first.mcse()));
        assertThat(findings.diagnostics().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, MASS})
    void directDoesNotPretend(double rare) {
        HalfSpace truth = HalfSpace.ofMass(2, rare);

        Findings findings = truth.search(Sampling.of(Method.DIRECT));

        assertThat(findings.effort().parts()).extracting(Part::name).doesNotContain(Part.SMC, Part.CHAINS);
        assertThat(findings.levelSetMass().lower()).isLessThan(rare);
        assertThat(findings.levelSetMass().upper()).isGreaterThan(rare);
        assertThat(findings.diagnostics().converged()).isFalse();
        assertThat(findings.diagnostics().problems())
                .anyMatch(problem -> problem.contains("Pareto k") || problem.contains("R-hat"))
                .noneMatch(problem -> problem.contains("NaN"));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "NUTS"})
    void whatIsNeverReachedIsSaidToBe(Method method) {
        // given: log-odds below 1, so that p_0 is .73 at most
        LogOddsModel model = new LogOddsModel(2, (z, gradient) -> {
            double value = Math.tanh(z[0]);
            gradient[0] += 1 - value * value;
            return value;
        });

        // when
        Findings findings = SteppedSearch.of(
                model, HighConfidence.of(0), Searches.small(method).withPilot(1000));

        // then
        assertThat(findings.levelSetMass().estimate()).isZero();
        assertThat(findings.levelSetMass().upper()).isPositive();
        assertThat(findings.inLevelSet()).isEmpty();
        boolean ran =
                findings.effort().parts().stream().anyMatch(part -> part.name().equals(Part.SMC));
        assertThat(ran).isEqualTo(method == Method.AUTO);
        assertThat(findings.diagnostics().problems().stream()
                        .filter(problem -> problem.startsWith(
                                "Sequential Monte Carlo did not reach the level set within its limits"))
                        .count())
                .isEqualTo(ran ? 1 : 0);
    }
}
