/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.model.Prior;
import org.bayestrex.engine.rate.ClopperPearson;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;

/** The pilot's rate is exact: its sample size depends on no draw that it counts. */
class PilotTest {

    private static final int STAGE = 200;
    private static final Evaluation HIT = new Evaluation(0, 0, null, new double[] {9, 0});
    private static final Evaluation MISS = new Evaluation(0, -200, null, new double[] {0, 9});
    private static final Evaluation BROKEN = new Evaluation(0, Double.NaN, null, new double[] {Double.NaN, 0});

    private final Pilot pilot = new Pilot(
            Prior.standardNormal(2),
            STAGE,
            new Posterior(HighConfidence.of(0), .05),
            RandomSource.XO_RO_SHI_RO_128_PP.create(1L));

    private void answer(int count, Evaluation evaluation) {
        for (int i = 0; i < count; i++) {
            assertThat(pilot.wantsMore()).isTrue();
            pilot.answer(pilot.next(), evaluation);
        }
    }

    @Test
    void enoughHitsEndItAfterTheFirstStage() {
        answer(25, HIT);
        answer(175, MISS);

        assertThat(pilot.isDone()).isTrue();
        assertThat(pilot.wantsMore()).isFalse();
        assertThat(pilot.mass()).isEqualTo(ClopperPearson.of(25, 200, "prior draws"));
    }

    @Test
    void withTooFewASecondStageFollowsAndAloneGivesTheRate() {
        answer(24, HIT);
        answer(176, MISS);
        assertThat(pilot.isDone()).isFalse();
        assertThat(pilot.total()).isEqualTo(5 * STAGE);

        answer(3, HIT);
        answer(797, MISS);

        assertThat(pilot.isDone()).isTrue();
        assertThat(pilot.mass()).isEqualTo(ClopperPearson.of(3, 800, "prior draws"));
        assertThat(pilot.draws()).hasSize(1000);
    }

    @Test
    void brokenDrawsAreNoHits() {
        answer(50, HIT);
        answer(150, BROKEN);

        assertThat(pilot.broken()).isEqualTo(150);
        assertThat(pilot.mass().estimate()).isEqualTo(.25);
    }

    @Test
    void cutShortItSaysWhatItSaw() {
        assertThat(pilot.mass().isUnknown()).isTrue();

        answer(1, HIT);
        answer(9, MISS);

        assertThat(pilot.mass()).isEqualTo(ClopperPearson.of(1, 10, "prior draws"));
    }

    @Test
    void itsPointsAreStandardNormal() {
        List<Double> values = new ArrayList<>();
        answer(STAGE, MISS);
        answer(4 * STAGE, MISS);
        for (State draw : pilot.draws()) {
            values.add(draw.position()[0]);
            values.add(draw.position()[1]);
        }

        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        double square = values.stream().mapToDouble(v -> v * v).average().orElseThrow();
        assertThat(mean).isBetween(-.1, .1);
        assertThat(square).isBetween(.87, 1.13);
    }
}
