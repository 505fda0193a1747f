/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.rate.GateFamily;
import org.bayestrex.engine.rate.Multiplicity;
import org.bayestrex.engine.rate.SettledGate;

/** The gates of all invocations of one method, which make one table, complete when the last is over. */
final class MatrixSoFar {

    private final int invocations;
    private final List<GateFamily.Member> members = new ArrayList<>();
    private int done;

    MatrixSoFar(int invocations) {
        this.invocations = invocations;
    }

    /** Adds those of an invocation; the whole family where it was the last of several. */
    synchronized Optional<GateFamily> add(String test, String invocation, List<SettledGate> gates) {
        done++;
        gates.forEach(gate -> members.add(new GateFamily.Member(test, invocation, gate)));
        // Holm, for a broken class among many is a statement about that class.
        return done == invocations && invocations > 1 && !members.isEmpty()
                ? Optional.of(GateFamily.of(members, Multiplicity.HOLM, SettledGate.ALPHA))
                : Optional.empty();
    }
}
