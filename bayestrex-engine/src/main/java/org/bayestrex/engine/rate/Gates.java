/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import java.util.List;

/**
 * All limits that a search is to settle.
 *
 * @param gates each of them, without repetition
 * @param stopEarly whether the search looks at them on its way, and ends at the first look that decides all
 */
public record Gates(List<Gate> gates, boolean stopEarly) {

    /** No limit is known: the search runs to its end. */
    public static final Gates NONE = new Gates(List.of(), true);

    public Gates {
        gates = List.copyOf(gates);
        if (gates.stream().distinct().count() < gates.size()) {
            throw new IllegalArgumentException("A gate is given twice: " + gates);
        }
    }

    /**
     * Limits that are looked at on the way.
     *
     * @throws IllegalArgumentException when one is given twice
     */
    public static Gates of(Gate... gates) {
        return new Gates(List.of(gates), true);
    }

    /** The same limits, looked at when the search is over, so that it has all its draws. */
    public Gates atTheEnd() {
        return new Gates(gates, false);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return gates.isEmpty();
    }
}
