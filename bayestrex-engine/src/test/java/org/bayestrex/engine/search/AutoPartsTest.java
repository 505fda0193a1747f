/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.sampler.EllipticalSlice;
import org.bayestrex.engine.sampler.Isir;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.sampler.Move;
import org.bayestrex.engine.sampler.RandomWalk;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a search says it consisted of. */
class AutoPartsTest {

    private static final String NUTS = Part.CHAINS + ": NUTS";

    private static List<String> names(Findings findings) {
        return findings.effort().parts().stream().map(Part::name).toList();
    }

    private static Part part(Findings findings, String name) {
        return findings.effort().parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double cost(Part part) {
        return Move.GRADIENT_COST * part.gradients() + part.forwards();
    }

    @ParameterizedTest
    @CsvSource({"2, .06", "2, 1e-3", "8, .06", "8, 1e-4", "16, .01"})
    void nutsTakesAtLeastATenthOfWhatFollowsTheRounds(int dimension, double mass) {
        Findings findings = HalfSpace.ofMass(dimension, mass).search(Sampling.DEFAULT);

        Part chains = part(findings, Part.CHAINS);
        Part nuts = part(findings, NUTS);
        double recorded = findings.effort().parts().stream()
                .filter(part -> part.name().startsWith(Part.CHAINS + ":"))
                .mapToDouble(AutoPartsTest::cost)
                .sum();
        double after = cost(part(findings, Part.WEIGHTED)) + cost(chains);
        assertThat(cost(nuts) / recorded * cost(chains) / after).isGreaterThan(.1);
        assertThat(nuts.share()
                        / (chains.share() + part(findings, Part.WEIGHTED).share()))
                .isBetween(0.0, 1.0);
    }

    @Test
    void theyHaveNamesCountsAndShares() {
        // given: rare enough for sequential Monte Carlo
        Findings findings = HalfSpace.ofMass(2, 1e-4).search(Sampling.DEFAULT);

        // then
        assertThat(names(findings))
                .containsExactly(
                        Part.PILOT,
                        Part.ROUNDS,
                        Part.SMC,
                        Part.WEIGHTED,
                        Part.CHAINS,
                        NUTS,
                        Part.CHAINS + ": " + EllipticalSlice.NAME,
                        Part.CHAINS + ": " + Isir.NAME);
        List<Part> stages = findings.effort().parts().subList(0, 5);
        List<Part> kernels = findings.effort().parts().subList(5, 8);
        assertThat(stages.stream().mapToLong(Part::forwards).sum())
                .isEqualTo(findings.effort().forwards());
        assertThat(stages.stream().mapToLong(Part::gradients).sum())
                .isEqualTo(findings.effort().gradients());
        assertThat(stages.stream().mapToDouble(Part::share).sum()).isBetween(.6, 1.0);
        assertThat(stages).allSatisfy(stage -> assertThat(stage.acceptance()).isNaN());
        assertThat(kernels).allSatisfy(kernel -> {
            assertThat(kernel.acceptance()).isBetween(0.0, 1.0);
            assertThat(kernel.share()).isBetween(0.0, stages.get(4).share());
        });
        assertThat(kernels.stream().mapToDouble(Part::share).sum())
                .isCloseTo(stages.get(4).share(), within(1e-9));
        assertThat(part(findings, Part.PILOT).forwards()).isEqualTo(5 * 4096);
        assertThat(part(findings, NUTS).forwards()).isZero();
        assertThat(part(findings, Part.CHAINS + ": " + Isir.NAME).gradients()).isZero();
        assertThat(part(findings, Part.WEIGHTED).effectiveDraws()).isGreaterThan(1000);
    }

    @Test
    void aPilotThatSettlesTheMassNeedsNoSequentialMonteCarlo() {
        Findings findings = HalfSpace.ofMass(2, .2).search(Sampling.DEFAULT);

        assertThat(names(findings)).startsWith(Part.PILOT).doesNotContain(Part.SMC);
        assertThat(part(findings, Part.PILOT).forwards()).isEqualTo(4096);
        assertThat(findings.massEstimates()).hasSize(2);
        assertThat(findings.levelSetMass()).isEqualTo(findings.massEstimates().get(0));
    }

    @Test
    void withoutGradientsNutsIsLeftOut() {
        Findings findings = Search.of(TestModels.linear(4), TestModels.latents(2))
                .target(HighConfidence.of(0))
                .run();

        assertThat(names(findings))
                .contains(Part.CHAINS + ": " + EllipticalSlice.NAME, Part.CHAINS + ": " + Isir.NAME)
                .doesNotContain(NUTS);
        assertThat(findings.effort().gradients()).isZero();
        assertThat(findings.diagnostics().problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NUTS", "ELLIPTICAL_SLICE", "RANDOM_WALK"})
    void aKernelAloneIsAlone(Method method) {
        Findings findings =
                HalfSpace.ofMass(2, .2).search(Searches.small(method).withPilot(1000));

        String kernel = switch (method) {
            case NUTS -> "NUTS";
            case ELLIPTICAL_SLICE -> EllipticalSlice.NAME;
            default -> RandomWalk.NAME;
        };
        assertThat(names(findings)).containsExactly(Part.PILOT, Part.CHAINS, Part.CHAINS + ": " + kernel);
        assertThat(findings.diagnostics().paretoK()).isNaN();
        assertThat(findings.diagnostics().source()).isEqualTo(Part.CHAINS);
    }

    @ParameterizedTest
    @EnumSource(names = {"MIXTURE", "DIRECT"})
    void weightedDrawsAloneHaveNoChains(Method method) {
        Findings findings =
                HalfSpace.ofMass(2, .2).search(Searches.small(method).withPilot(1000));

        assertThat(names(findings))
                .startsWith(Part.PILOT)
                .contains(Part.WEIGHTED)
                .doesNotContain(Part.CHAINS);
        assertThat(names(findings).contains(Part.ROUNDS)).isEqualTo(method == Method.MIXTURE);
        assertThat(findings.diagnostics().source()).isEqualTo(Part.WEIGHTED);
        assertThat(findings.diagnostics().chains()).isEmpty();
        assertThat(findings.samples()).hasSize(80);
    }
}
