/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.bayestrex.engine.rate.Gates;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The limits of a test: of its method, else of its class, else of the builder. */
final class DeclaredGates {

    private DeclaredGates() {}

    static Gates of(ExtensionContext context) {
        List<Declared<Gate>> declared = Declared.nearestFirst(context, Gate.class);
        if (!declared.isEmpty()) {
            return read(declared.get(0));
        }
        BayesTrex builder = BayesTrex.of(context);
        return builder == null ? Gates.NONE : builder.gates();
    }

    private static Gates read(Declared<Gate> declared) {
        Gate gate = declared.annotation();
        List<org.bayestrex.engine.rate.Gate> gates = new ArrayList<>();
        String where = declared.where();
        add(
                gates,
                where,
                "failureRateBelow",
                gate.failureRateBelow(),
                org.bayestrex.engine.rate.Gate::failureRateBelow);
        add(
                gates,
                where,
                "levelSetMassBelow",
                gate.levelSetMassBelow(),
                org.bayestrex.engine.rate.Gate::levelSetMassBelow);
        add(
                gates,
                where,
                "levelSetMassAbove",
                gate.levelSetMassAbove(),
                org.bayestrex.engine.rate.Gate::levelSetMassAbove);
        add(
                gates,
                where,
                "wrongLabelShareBelow",
                gate.wrongLabelShareBelow(),
                org.bayestrex.engine.rate.Gate::wrongLabelShareBelow);
        if (gates.isEmpty()) {
            throw GateMisuse.noLimit(where);
        }
        if (gate.levelSetMassAbove() >= gate.levelSetMassBelow()) {
            throw GateMisuse.nothingBetween(where, gate.levelSetMassAbove(), gate.levelSetMassBelow());
        }
        return new Gates(gates, gate.stopEarly());
    }

    private static void add(
            List<org.bayestrex.engine.rate.Gate> gates,
            String where,
            String attribute,
            double limit,
            DoubleFunction<org.bayestrex.engine.rate.Gate> gate) {
        if (Double.isNaN(limit)) {
            return;
        }
        if (!(limit > 0 && limit < 1)) {
            throw GateMisuse.limit(where, attribute, limit);
        }
        gates.add(gate.apply(limit));
    }
}
