/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.GateReport;
import org.bayestrex.engine.rate.Look;
import org.bayestrex.engine.rate.PValue;
import org.bayestrex.engine.rate.Quantity;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.SettledGate;
import org.bayestrex.engine.rate.Verdict;

/**
 * What became of a search's gates when it is over.
 *
 * @param looks those on the way
 * @param labelling knows each quantity at any level
 * @param masses of the level set
 * @param problems of the search
 */
record GateSummary(GateLooks looks, Labelling labelling, MassEstimates masses, List<String> problems) {

    GateReport report() {
        List<Gate> gates = labelling.spec().gates().gates();
        if (gates.isEmpty()) {
            return GateReport.NONE;
        }
        boolean last = looks.ended() == null;
        double level = looks.plan().level(last);
        List<SettledGate> settled =
                gates.stream().map(gate -> settled(gate, level, last)).toList();
        List<Look> made = new ArrayList<>(looks.made());
        if (last) {
            made.add(new Look(
                    made.size() + 1,
                    "everything",
                    true,
                    level,
                    settled.stream().map(gate -> gate.check().rate()).toList(),
                    settled.stream().map(SettledGate::verdict).toList()));
        }
        return new GateReport(looks.plan(), made, settled);
    }

    private SettledGate settled(Gate gate, double level, boolean last) {
        DoubleFunction<Rate> rate = at -> labelling.rate(gate.quantity(), masses, at);
        List<String> against = labelling.needsDraws(gate.quantity())
                ? problems
                : gate.quantity() == Quantity.WRONG_LABEL_SHARE ? List.of() : masses.contradictions();
        Check check = gate.check(rate.apply(level), against);
        return new SettledGate(
                gate,
                check,
                against.isEmpty() ? pValue(gate, Verdict.PASS, rate, last) : 1,
                against.isEmpty() ? pValue(gate, Verdict.FAIL, rate, last) : 1);
    }

    /** Divided by the part of the error that the look may spend (weighted Bonferroni), so that it holds for all looks. */
    private double pValue(Gate gate, Verdict verdict, DoubleFunction<Rate> rate, boolean last) {
        return Math.min(1, PValue.of(gate, verdict, rate) / looks.plan().share(last));
    }
}
