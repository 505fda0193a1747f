/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.ArrayList;
import java.util.List;

/**
 * Gates that are judged together: those of all classes of one test, or those of all tests of a run.
 *
 * @param rows each gate, with p-values that allow for the number of gates
 * @param correction how they do
 * @param level one-sided chance of error
 */
public record GateFamily(List<Row> rows, Multiplicity correction, double level) {

    /**
     * A gate and where it stands.
     *
     * @param test class and method
     * @param invocation display name of the invocation: which class, for instance
     * @param gate what became of it
     */
    public record Member(String test, String invocation, SettledGate gate) {}

    /**
     * A gate among others.
     *
     * @param member the gate
     * @param passes adjusted p-value of PASS
     * @param fails adjusted p-value of FAIL
     * @param verdict what the adjusted p-values say; never more than the gate's own verdict does
     */
    public record Row(Member member, double passes, double fails, Verdict verdict) {}

    public GateFamily {
        rows = List.copyOf(rows);
    }

    /** A family of gates; PASS claims and FAIL claims are corrected apart, as nobody makes both of one gate. */
    public static GateFamily of(List<Member> members, Multiplicity correction, double level) {
        double[] passes = correction.adjusted(
                members.stream().mapToDouble(member -> member.gate().passes()).toArray());
        double[] fails = correction.adjusted(
                members.stream().mapToDouble(member -> member.gate().fails()).toArray());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Verdict alone = members.get(i).gate().verdict();
            double p = alone == Verdict.PASS ? passes[i] : alone == Verdict.FAIL ? fails[i] : 1;
            boolean stands = correction == Multiplicity.NONE || p <= level;
            rows.add(new Row(members.get(i), passes[i], fails[i], stands ? alone : Verdict.INCONCLUSIVE));
        }
        return new GateFamily(rows, correction, level);
    }

    /** As JSON. */
    public String toJson() {
        return GateFamilyJson.of(this);
    }

    /**
     * One verdict for all. PASS where each gate passes by itself: a false one needs a false PASS of a gate that should not,
     * so its chance is no larger than one gate's (intersection-union test; Berger 1982, Technometrics 24). FAIL where
     * any fails with the correction, INCONCLUSIVE else.
     */
    public Verdict verdict() {
        if (rows.stream().allMatch(row -> row.member().gate().verdict() == Verdict.PASS)) {
            return Verdict.PASS;
        }
        return rows.stream().anyMatch(row -> row.verdict() == Verdict.FAIL) ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    }
}
