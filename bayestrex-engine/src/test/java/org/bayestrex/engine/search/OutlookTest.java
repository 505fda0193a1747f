/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether a deadline leaves room for a verdict. */
class OutlookTest {

    private static final Evaluation HIT = new Evaluation(0, 0, null, new double[] {9, 0});
    private static final Evaluation MISS = new Evaluation(0, -200, null, new double[] {0, 9});

    /** A pilot of 4,096 draws and 16,384 more. */
    private static Pilot pilot(int hits, int draws) {
        Pilot pilot = new Pilot(
                Prior.standardNormal(1),
                4096,
                new Posterior(HighConfidence.of(0), .05),
                RandomSource.XO_RO_SHI_RO_128_PP.create(1));
        for (int i = 0; i < draws; i++) {
            pilot.answer(new double[1], i < hits ? HIT : MISS);
        }
        return pilot;
    }

    private static boolean isInVain(Gate gate, Pilot pilot, long draws) {
        return new Outlook(LookTimes.of(Sampling.DEFAULT), pilot, draws).isInVain(gate, UnaryOperator.identity());
    }

    /** ln(1 / .0125) = 4.38, and the last of 12 looks has level .975: without a hit .001 takes 4,380 draws of one stage. */
    @Test
    void withoutAHitItTakesSoManyDrawsToPass() {
        Gate gate = Gate.levelSetMassBelow(.001);

        assertThat(isInVain(gate, pilot(0, 1024), 4000)).isTrue();
        assertThat(isInVain(gate, pilot(0, 1024), 4096)).isTrue();
        assertThat(isInVain(gate, pilot(0, 1024), 8191))
                .as("of which the second stage has 4,095")
                .isTrue();
        assertThat(isInVain(gate, pilot(0, 1024), 8192))
                .as("a look that sees all")
                .isFalse();
        assertThat(isInVain(gate, pilot(0, 1024), 20_480))
                .as("other samplers follow")
                .isFalse();
    }

    @Test
    void nothingIsInVainWhereTheEstimateWouldFail() {
        Gate gate = Gate.levelSetMassBelow(.001);

        assertThat(isInVain(gate, pilot(4, 1024), 1500)).isFalse();
        assertThat(isInVain(gate, pilot(1, 1024), 1500)).isTrue();
    }

    @Test
    void aLimitFromBelowPassesByHitsAlone() {
        Gate gate = Gate.levelSetMassAbove(.9);

        assertThat(isInVain(gate, pilot(920, 1024), 2000)).as("with hits alone").isFalse();
        assertThat(isInVain(gate, pilot(912, 1024), 1030)).isTrue();
    }

    @Test
    void inTheSecondStageItsOwnDrawsCountAtTheDeadline() {
        Gate gate = Gate.levelSetMassBelow(.001);

        assertThat(isInVain(gate, pilot(0, 8192), 8400)).isTrue();
        assertThat(isInVain(gate, pilot(0, 8192), 8500))
                .as("4,380 of the second stage")
                .isFalse();
    }

    @Test
    void timeIsDraws() {
        Outlook outlook = Outlook.of(LookTimes.NONE, pilot(0, 100), Duration.ofSeconds(3), .01);

        assertThat(outlook.draws()).isEqualTo(400);
        assertThat(Outlook.of(LookTimes.NONE, pilot(0, 100), Duration.ofSeconds(-3), .01)
                        .draws())
                .isEqualTo(100);
        assertThat(Outlook.of(LookTimes.NONE, pilot(0, 100), Duration.ofDays(9), Double.POSITIVE_INFINITY)
                        .draws())
                .as("before anything was measured nothing is known")
                .isEqualTo(Integer.MAX_VALUE);
    }

    /**
     * Ten milliseconds a draw, so that 256 take at least 2.6 s and 7 s allow 1,150 at twice the speed, not all 1,280. On a machine
     * that is busy it is as hopeless, as long as the first batch of 128 comes before the deadline.
     */
    @Test
    @Timeout(60)
    void aSearchThatCannotPassBeforeItsDeadlineEndsAtTheFirstLook() {
        // given
        Classifier slow = TestModels.rows("slow", z -> {
            sleep();
            return new float[] {-9, 9};
        });
        Sampling sampling = Sampling.of(Method.DIRECT).withPilot(256).withDeadline(Duration.ofSeconds(7));

        // when
        Findings findings = Search.of(slow, TestModels.latents(2))
                .target(HighConfidence.of(0))
                .sampling(sampling)
                .gates(Gates.of(Gate.levelSetMassBelow(.002)))
                .run();

        // then
        assertThat(findings.gates().gates().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(findings.evaluations()).isEqualTo(256);
        assertThat(findings.diagnostics().problems())
                .anyMatch(problem ->
                        problem.startsWith("The search ended after 256 plain draws, for its deadline of PT7S")
                                && problem.contains("level-set mass below 0.002 cannot pass whatever they show")
                                && problem.contains("About 2,189 plain draws would settle it if it stays, which take ")
                                && problem.contains("bayestrex.deadline"))
                .noneMatch(problem -> problem.startsWith("The deadline ended"));
    }

    private static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
