/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.target.HighConfidence;
import org.junit.jupiter.api.Test;

class JudgedTest {

    @Test
    void aJudgeWhoAlwaysSaysAnotherClassLeavesNoRoomForTheClaimedOneButInTheInterval() {
        Findings findings = TinySearch.of(HighConfidence.of(0));

        try (Classifier judge = TinySearch.classifier(z -> new float[] {0, 0, 1})) {
            Rate another = Judged.anotherClass(findings, judge, 0);

            assertThat(another.estimate()).isEqualTo(1);
            assertThat(another.lower()).isBetween(.8, .999);
            assertThat(Judged.anotherClass(findings, judge, 2).estimate()).isZero();
        }
    }

    @Test
    void aJudgeWhoHalvesTheFindingsGivesAShareBetween() {
        Findings findings = TinySearch.of(HighConfidence.of(0).withConfidence(.5));

        try (Classifier judge = TinySearch.classifier(z -> new float[] {z > 0 ? 1 : -1, 0})) {
            assertThat(Judged.anotherClass(findings, judge, 0).estimate()).isBetween(.2, .8);
        }
    }
}
