/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bayestrex.engine.sampler.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every method gives the exact answers of a model whose answers are known, and knows that it has converged. */
class MethodAnswersTest {

    private static Sampling sampling(Method method) {
        Sampling defaults = Sampling.of(method);
        return switch (method) {
            case AUTO, MIXTURE, DIRECT -> defaults;
            case NUTS -> defaults.withDraws(1000);
            case ELLIPTICAL_SLICE, RANDOM_WALK, OWN_MOVES -> defaults.withDraws(4000);
        };
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWN_MOVES") // a plane has none
    void massMeansAndSharesOfALinearModelAreExact(Method method) {
        // given: log-odds 4 (z_0 - 1) of class 0, a mass of 6 %
        HalfSpace truth = new HalfSpace(3, 1, 1);

        // when
        Findings findings = truth.search(sampling(method));

        // then
        assertThat(findings.diagnostics().problems()).isEmpty();
        assertExact(findings, truth);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "MIXTURE", "NUTS"})
    void aConfidenceBelowOneIsABandWithExactAnswers(Method method) {
        HalfSpace truth = new HalfSpace(2, .5, .7);

        Findings findings = truth.search(sampling(method));

        assertThat(findings.diagnostics().problems()).isEmpty();
        assertExact(findings, truth);
    }

    private static void assertExact(Findings findings, HalfSpace truth) {
        assertThat(findings.levelSetMass().lower()).isLessThan(truth.mass());
        assertThat(findings.levelSetMass().upper()).isGreaterThan(truth.mass());
        var first = findings.diagnostics().quantities().get(0);
        assertThat(first.mcse()).isLessThan(.02);
        assertThat(first.mean()).isCloseTo(truth.mean(), within(4 * first.mcse()));
        var other = findings.diagnostics().quantities().get(1);
        assertThat(other.mcse()).isLessThan(.06);
        assertThat(other.mean()).isCloseTo(0, within(4 * other.mcse()));
        assertThat(other.standardDeviation()).isCloseTo(1, within(.1));
        double share =
                (double) findings.inLevelSet().size() / findings.samples().size();
        assertThat(share).isCloseTo(truth.share(), within(.07));
    }
}
