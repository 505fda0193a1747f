/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.rate.GateFamily.Member;
import org.junit.jupiter.api.Test;

/** Gates that are judged together. */
class GateFamilyTest {

    private static final Gate GATE = Gate.failureRateBelow(.1);

    private static Member member(Verdict verdict, double passes, double fails) {
        Check check = new Check(GATE.toString(), Rate.unknown("made up"), 0, .1, verdict, List.of(), "");
        return new Member("DigitTest#classes", "class", new SettledGate(GATE, check, passes, fails));
    }

    private static List<Verdict> verdicts(GateFamily family) {
        return family.rows().stream().map(GateFamily.Row::verdict).toList();
    }

    @Test
    void aReleaseOfWhichAllPassNeedsNoCorrection() {
        List<Member> ten = IntStream.range(0, 10)
                .mapToObj(i -> member(Verdict.PASS, .02, 1))
                .toList();

        GateFamily family = GateFamily.of(ten, Multiplicity.HOLM, .025);

        assertThat(family.verdict()).isEqualTo(Verdict.PASS);
        assertThat(verdicts(family)).containsOnly(Verdict.INCONCLUSIVE); // for what is said of each class it counts
    }

    @Test
    void oneFailureByChanceAmongManyIsNoFailureOfAll() {
        List<Member> members =
                List.of(member(Verdict.FAIL, 1, .02), member(Verdict.PASS, .001, 1), member(Verdict.PASS, .001, 1));

        assertThat(GateFamily.of(members, Multiplicity.NONE, .025).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(GateFamily.of(members, Multiplicity.HOLM, .025).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void oneThatIsSurelyBrokenBreaksAll() {
        List<Member> members = List.of(member(Verdict.FAIL, 1, 1e-4), member(Verdict.INCONCLUSIVE, .2, .3));

        GateFamily family = GateFamily.of(members, Multiplicity.HOLM, .025);

        assertThat(family.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdicts(family)).containsExactly(Verdict.FAIL, Verdict.INCONCLUSIVE);
    }

    @Test
    void anOpenGateLeavesAllOpenAndIsNeverDecidedByACorrection() {
        List<Member> members = List.of(member(Verdict.PASS, .001, 1), member(Verdict.INCONCLUSIVE, .001, 1));

        GateFamily family = GateFamily.of(members, Multiplicity.BENJAMINI_HOCHBERG, .025);

        assertThat(family.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdicts(family)).containsExactly(Verdict.PASS, Verdict.INCONCLUSIVE);
    }

    @Test
    void rawAndAdjustedAreInTheJson() {
        GateFamily family = GateFamily.of(
                List.of(member(Verdict.PASS, .01, 1), member(Verdict.PASS, .02, 1)), Multiplicity.HOLM, .025);

        assertThat(family.toJson())
                .contains(
                        "\"pOfPass\": 0.01",
                        "\"adjustedPOfPass\": 0.02",
                        "\"correction\": \"HOLM\"",
                        "\"verdict\": \"PASS\"");
    }
}
