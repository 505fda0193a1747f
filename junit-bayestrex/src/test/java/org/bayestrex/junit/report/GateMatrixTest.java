/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.GateFamily;
import org.bayestrex.engine.rate.Multiplicity;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.SettledGate;
import org.junit.jupiter.api.Test;

/** The table of classes and gates. */
class GateMatrixTest {

    private static final Gate RATE = Gate.failureRateBelow(.001);
    private static final Gate MASS = Gate.levelSetMassAbove(.1);

    private static GateFamily.Member member(String invocation, Gate gate, double lower, double upper, double p) {
        Rate rate = new Rate((lower + upper) / 2, lower, upper, .975, "made up");
        return new GateFamily.Member("T#all", invocation, new SettledGate(gate, gate.check(rate, List.of()), p, 1 - p));
    }

    @Test
    void hasARowForEachClassAndAColumnForEachGate() {
        GateFamily family = GateFamily.of(
                List.of(
                        member("wrongly confident in 0 (<b>)", RATE, .0001, .0005, .004),
                        member("wrongly confident in 0 (<b>)", MASS, .2, .3, .001),
                        member("wrongly confident in 1", RATE, .0005, .002, .4)),
                Multiplicity.HOLM,
                .025);

        String html = GateMatrix.html(family);

        assertThat(html)
                .contains("failure rate below 0.001", "level-set mass above 0.1")
                .contains("wrongly confident in 0 (&lt;b&gt;)", "wrongly confident in 1")
                .contains("p = 0.0040, adjusted 0.0080", "INCONCLUSIVE", "Not all 3 gates pass", "Holm")
                .doesNotContain("<b>");
        assertThat(html.split("<tr>", -1)).hasSize(4);
        assertThat(GateMatrix.page("All of T#all", family))
                .startsWith("<!DOCTYPE html>")
                .contains("All of T#all");
    }

    @Test
    void aRunWithoutCorrectionSaysSo() {
        GateFamily family = GateFamily.of(
                List.of(member("wrongly confident in 0", RATE, .0001, .0005, .004)), Multiplicity.NONE, .025);

        assertThat(GateMatrix.html(family))
                .contains("All 1 gates pass", "not corrected")
                .doesNotContain("adjusted");
    }
}
