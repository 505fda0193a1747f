/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bayestrex.engine.sampler.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deadline in the middle of any stage: findings that say so. The test itself moves the search to that point. */
@Timeout(120)
class StageDeadlineTest {

    /** Rare enough for every stage. */
    private static final HalfSpace TARGET = HalfSpace.ofMass(2, 1e-4);

    private static Sampling sampling(Method method) {
        return Searches.small(method).withPilot(500).withDraws(100);
    }

    private static Findings interrupted(Method method, long answers) {
        Sampling over = sampling(method).withDeadline(Duration.ofNanos(1));
        return new SteppedSearch(TARGET.model(), TARGET.target(), over).toDeadlineAfter(answers);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "AUTO, pilot",
        "AUTO, mixture rounds",
        "AUTO, sequential Monte Carlo",
        "AUTO, weighted draws",
        "AUTO, chains",
        "NUTS, sequential Monte Carlo",
        "NUTS, chains",
        "MIXTURE, mixture rounds",
        "MIXTURE, weighted draws"
    })
    void inTheMiddleOfAStageItGivesFindingsThatSaySo(Method method, String stage) {
        // given
        Findings whole = TARGET.search(sampling(method));
        List<String> stages = whole.effort().parts().stream()
                .map(Part::name)
                .filter(name -> !name.startsWith(Part.CHAINS + ":"))
                .toList();
        int number = stages.indexOf(stage);
        assertThat(number).isNotNegative();
        List<Long> ends = SteppedSearch.stageEnds(whole);
        long begin = number == 0 ? 0 : ends.get(number - 1);

        // when
        Findings findings = interrupted(method, (begin + ends.get(number)) / 2);

        // then
        List<Part> parts = findings.effort().parts();
        assertThat(parts.stream().map(Part::name).filter(stages::contains))
                .containsExactlyElementsOf(stages.subList(0, number + 1));
        assertThat(findings.evaluations()).isBetween(begin, ends.get(number));
        assertThat(findings.diagnostics().converged()).isFalse();
        assertThat(findings.diagnostics().problems().get(0)).startsWith("The deadline ended the search after ");
        assertThat(findings.diagnostics().problems()).noneMatch(problem -> problem.contains("NaN"));
        assertThat(findings.toJson()).doesNotContain("NaN");
        assertThat(findings.levelSetMass().isUnknown()).isFalse();
        assertThat(findings.levelSetMass().upper()).isGreaterThan(TARGET.mass());
        boolean drew = stage.equals(Part.WEIGHTED) || stage.equals(Part.CHAINS);
        assertThat(findings.samples().isEmpty()).isEqualTo(!drew);
        assertThat(findings.samples())
                .allSatisfy(sample -> assertThat(sample.logDensity()).isFinite());
    }

    @Test
    void theWeightedDrawsThatWereMadeCountForTheMass() {
        // given a search that weighs plain draws, of which the pilot's are few
        Sampling sampling = sampling(Method.DIRECT).withDraws(2000);
        HalfSpace target = HalfSpace.ofMass(2, .005);
        Sampling over = sampling.withDeadline(Duration.ofNanos(1));

        // when the deadline comes after most of them
        Findings findings = new SteppedSearch(target.model(), target.target(), over).toDeadlineAfter(20_000);

        // then the mass is that of them all, not of the pilot alone
        assertThat(findings.diagnostics().problems().get(0)).startsWith("The deadline ended the search after ");
        assertThat(findings.levelSetMass().method()).contains("weighted draws");
        assertThat(findings.levelSetMass().lower()).isBetween(.003, .005);
        assertThat(findings.levelSetMass().upper()).isBetween(.005, .007);
    }

    @Test
    void beforeTheFirstAnswerNothingIsKnown() {
        Findings findings = interrupted(Method.AUTO, 0);

        assertThat(findings.samples()).isEmpty();
        assertThat(findings.evaluations()).isZero();
        assertThat(findings.levelSetMass().isUnknown()).isTrue();
        assertThat(findings.diagnostics().converged()).isFalse();
        assertThat(findings.toJson()).doesNotContain("NaN");
    }
}
