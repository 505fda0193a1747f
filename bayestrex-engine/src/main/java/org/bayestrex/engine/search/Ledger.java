/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;

/** What each stage of a search cost, in their order. */
final class Ledger {

    /**
     * A stage.
     *
     * @param name for reports: "pilot"
     * @param gradients evaluations with gradient
     * @param forwards evaluations without gradient
     * @param seconds time from its start to the next one's
     */
    record Entry(String name, long gradients, long forwards, double seconds) {}

    private final List<Entry> entries = new ArrayList<>();
    private String current;
    private long startedAt;
    private long gradients;
    private long forwards;

    Ledger(String first) {
        this.current = first;
        this.startedAt = System.nanoTime();
    }

    void count(boolean gradient) {
        if (gradient) {
            gradients++;
        } else {
            forwards++;
        }
    }

    /** Ends the current stage. */
    void begin(String next) {
        entries.add(entry());
        current = next;
        startedAt = System.nanoTime();
        gradients = 0;
        forwards = 0;
    }

    /** Evaluations of all stages. */
    long evaluations() {
        return entries().stream()
                .mapToLong(entry -> entry.gradients() + entry.forwards())
                .sum();
    }

    /** All stages so far. */
    List<Entry> entries() {
        List<Entry> all = new ArrayList<>(entries);
        all.add(entry());
        return all;
    }

    private Entry entry() {
        return new Entry(current, gradients, forwards, (System.nanoTime() - startedAt) / 1e9);
    }
}
