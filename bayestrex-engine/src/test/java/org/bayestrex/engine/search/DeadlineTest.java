/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;

/** A search whose time is up gives what it has, and says so. */
class DeadlineTest {

    private static final Duration SOON = Duration.ofMillis(300);

    private static Search search(Classifier classifier) {
        return Search.of(classifier, TestModels.latents(2))
                .target(HighConfidence.of(0))
                .sampling(Searches.small(Method.ELLIPTICAL_SLICE).withDeadline(SOON));
    }

    @Test
    void duringTheChainsItGivesTheDrawsSoFar() {
        Findings findings = search(TestModels.linear(4)).draws(1_000_000).run();

        assertThat(findings.samples()).isNotEmpty().hasSizeLessThan(4_000_000);
        assertThat(findings.levelSetMass().estimate()).isPositive();
        assertThat(findings.diagnostics().converged()).isFalse();
        assertThat(findings.diagnostics().problems().get(0))
                .startsWith("The deadline ended the search after ")
                .contains("@Sampling(deadlineSeconds = ...)", "bayestrex.deadline");
        assertThat(findings.elapsed()).isGreaterThan(SOON);
    }

    @Test
    void duringThePilotItGivesNoDraws() {
        // given
        Classifier slow = TestModels.rows("slow", z -> {
            sleep(2);
            return new float[] {4 * z[0], 0};
        });

        // when: the pilot's second batch is never served
        Findings findings = search(slow)
                .sampling(Searches.small(Method.ELLIPTICAL_SLICE)
                        .withDeadline(SOON)
                        .withPilot(100_000))
                .run();

        // then
        assertThat(findings.samples()).isEmpty();
        assertThat(findings.inLevelSet()).isEmpty();
        assertThat(findings.meanConfidence(0)).isNaN();
        assertThat(findings.levelSetMass().estimate()).isPositive();
        assertThat(findings.diagnostics().converged()).isFalse();
        assertThat(findings.diagnostics().problems())
                .anyMatch(problem -> problem.contains("The deadline ended the search after 0 draws"))
                .noneMatch(problem -> problem.contains("NaN"));
        assertThat(findings.toJson()).doesNotContain("NaN");
    }

    @Test
    void ofADrawOrTwoItSaysNothingUndefined() {
        Classifier slow = TestModels.rows("slow", z -> {
            sleep(z[0] > 0 ? 1 : 0);
            return new float[] {4 * z[0], 0};
        });

        Findings findings = search(slow).draws(1000).warmup(0).run();

        assertThat(findings.diagnostics().problems())
                .isNotEmpty()
                .noneMatch(problem -> problem.contains("NaN"))
                .noneMatch(problem -> problem.contains("Infinity"));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
