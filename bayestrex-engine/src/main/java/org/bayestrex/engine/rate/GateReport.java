/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a search settled its gates.
 *
 * @param plan the looks that were planned
 * @param looks those that were made, the last one last
 * @param gates what became of each gate
 */
public record GateReport(LookPlan plan, List<Look> looks, List<SettledGate> gates) {

    /** Of a search without gates. */
    public static final GateReport NONE = new GateReport(LookPlan.AT_THE_END, List.of(), List.of());

    public GateReport {
        looks = List.copyOf(looks);
        gates = List.copyOf(gates);
    }

    /** What became of a gate, where the search knew of it. */
    public Optional<SettledGate> of(Gate gate) {
        return gates.stream().filter(settled -> settled.gate().equals(gate)).findFirst();
    }

    /** Whether a look on the way ended the search. */
    public boolean stoppedEarly() {
        return !looks.isEmpty() && !looks.get(looks.size() - 1).last();
    }

    /** In one line, for people; empty where no look was made on the way. */
    public String sentence() {
        if (looks.isEmpty() || plan.onTheWay() == 0) {
            return "";
        }
        Look end = looks.get(looks.size() - 1);
        String which = end.last()
                ? "to its end, with %d of %d planned looks on the way".formatted(looks.size() - 1, plan.onTheWay())
                : "until look %d of %d planned".formatted(end.number(), plan.looks());
        return String.format(
                Locale.ROOT,
                "The search went on %s (%s). Its intervals are at %s %%, so that those of all looks together hold at %.0f %%.",
                which,
                end.evidence(),
                Rate.shown(100 * end.level()),
                100 * Rate.DEFAULT_LEVEL);
    }
}
