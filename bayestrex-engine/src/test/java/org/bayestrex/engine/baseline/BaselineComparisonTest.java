/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Replayed;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A release beside an earlier one, each with exact answers. */
class BaselineComparisonTest {

    private static Baseline baseline(Findings findings) {
        return Baseline.of("ATest#search confident in 0", findings, Instant.EPOCH);
    }

    private static BaselineComparison compared(Findings now, Findings then) {
        return BaselineComparison.of(
                now, baseline(then), Optional.of(then.spec().classifier()), Replayed::at);
    }

    @Test
    void aReleaseThatFailsMoreOftenIsWorseByTheDifferenceOfTheRates() {
        // given
        double difference = Released.SLOPE_4_MASS - Released.SLOPE_2_MASS;
        // when
        BaselineComparison compared = compared(Released.findings(4), Released.findings(2));
        // then: what is right fails in neither, so rate and mass differ by the same
        for (Quantity quantity : new Quantity[] {Quantity.FAILURE_RATE, Quantity.LEVEL_SET_MASS}) {
            Rate excess = compared.difference(quantity);
            assertThat(excess.lower()).isBetween(difference - .06, difference);
            assertThat(excess.upper()).isBetween(difference, difference + .06);
        }
        assertThat(compared.isNotAboveBy(Quantity.FAILURE_RATE, .25).verdict()).isEqualTo(Verdict.PASS);
        assertThat(compared.isNotAboveBy(Quantity.FAILURE_RATE, difference).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(compared.isNotAboveBy(Quantity.FAILURE_RATE, .05).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(compared.isNotAboveBy(Quantity.FAILURE_RATE, .05).rate().method())
                .contains(" now, less ")
                .contains("in this model's level set is of the baseline's: 1 [")
                .contains("in the baseline's is of this model's: ");
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECT", "ELLIPTICAL_SLICE"})
    void eachModelIsScoredOnTheOthersLevelSet(Method method) {
        // given: independent draws, and draws of chains
        Findings steep = Released.search(4).method(method).run();
        Findings flat = Released.search(2).method(method).run();
        // when
        BaselineComparison compared = compared(steep, flat);
        // then: the flat one's level set lies within the steep one's
        assertThat(compared.stillFound().estimate()).isEqualTo(1);
        assertThat(compared.stillFound().lower()).isBetween(.5, 1.0);
        Rate then = compared.foundThen().orElseThrow();
        assertThat(then.lower()).isLessThan(Released.SLOPE_2_MASS / Released.SLOPE_4_MASS);
        assertThat(then.upper()).isGreaterThan(Released.SLOPE_2_MASS / Released.SLOPE_4_MASS);
        assertThat(then.upper() - then.lower()).isLessThan(.4);
        assertThat(baseline(steep).draws().rows()).hasSizeBetween(100, BaselineDraws.MOST);
    }

    @Test
    void withoutTheBaselinesModelItIsNotScored() {
        Findings findings = Released.findings(2);

        assertThat(BaselineComparison.of(findings, baseline(findings), Optional.empty(), Replayed::at)
                        .foundThen())
                .isEmpty();
    }

    @Test
    void anotherSeedAndMoreDrawsAreTheSameQuestion() {
        Findings then = Released.findings(2);
        Findings now = Released.search(2).seed(99).draws(500).run();

        assertThat(compared(now, then).difference(Quantity.FAILURE_RATE))
                .satisfies(same -> assertThat(same.lower()).isNegative())
                .satisfies(same -> assertThat(same.upper()).isPositive());
    }

    @Test
    void aBaselineOfSomethingElseIsRefusedWithWhatDiffers() {
        Findings then = Released.findings(2);

        refused(Released.search(2).sigma(.1).run(), then, "sigma was 0.05 and is 0.1");
        refused(
                Released.search(2).target(HighConfidence.of(1)).run(),
                then,
                "the target was confident in 0 and is confident in 1");
        refused(
                Released.search(2)
                        .labelledBy(LabelOracle.of("people", specimen -> OptionalInt.of(0)))
                        .run(),
                then,
                "who labels was [half-line] and is [people]");
        DataDistribution others = DataDistribution.of("others", 1, latents -> latents);
        refused(
                Search.of(TestModels.linear(2), others)
                        .target(HighConfidence.of(0))
                        .method(Method.DIRECT)
                        .labelledBy(Released.TRUTH)
                        .run(),
                then,
                "the data distribution was latents and is others");
    }

    private static void refused(Findings now, Findings then, String difference) {
        assertThatExceptionOfType(BaselineException.class)
                .isThrownBy(() -> compared(now, then))
                .withMessage("The baseline of ATest#search confident in 0 is about something else: " + difference
                        + ". Write a new one, or go back to what it is about");
    }

    @Test
    void whereNothingIsFoundABoundRemains() {
        // given: never confident
        Findings nothing = Released.search(0).seed(1).run();
        // when
        BaselineComparison compared = compared(nothing, nothing);
        // then
        assertThat(compared.stillFound().isUnknown()).isTrue();
        assertThat(compared.difference(Quantity.LEVEL_SET_MASS).upper()).isBetween(1e-5, .01);
        assertThat(compared.isNotAboveBy(Quantity.LEVEL_SET_MASS, .01).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void whereNobodyKnowsTheLabelsTheFailureRateIsOpenAndTheMassIsNot() {
        Findings then = Released.search(2).labelledBy().run();
        Findings now = Released.search(4).labelledBy().run();

        BaselineComparison compared = compared(now, then);

        assertThat(compared.isNotAboveBy(Quantity.FAILURE_RATE, .01).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(compared.isNotAboveBy(Quantity.FAILURE_RATE, .01).advice())
                .contains("say how the findings are labelled");
        assertThat(compared.isNotAboveBy(Quantity.LEVEL_SET_MASS, .01).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void problemsOfTheBaselineMakeAClaimInconclusive() {
        // given: a handful of draws
        Findings hasty =
                Released.search(2).method(Method.ELLIPTICAL_SLICE).draws(4).run();
        Findings now = Released.findings(2);
        // then
        var check = compared(now, hasty).isNotAboveBy(Quantity.FAILURE_RATE, .9);
        assertThat(check.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check.advice()).contains("When the baseline was written: ");
    }
}
