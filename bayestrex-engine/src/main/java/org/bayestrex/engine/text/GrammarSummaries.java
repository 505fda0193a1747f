/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers by which chains of sentences are compared: for the template, and for each slot on average over its places, where among
 * the choices the sentence's stand, as shares u = Phi(z). What is not used counts as the middle: no chain needs to agree on it. Shares
 * and not counts, since a count that is nearly always its largest value says nothing of the tails.
 */
final class GrammarSummaries {

    private static final double UNUSED = .5;

    private final TextGrammar grammar;
    private final List<String> slots;

    GrammarSummaries(TextGrammar grammar) {
        this.grammar = grammar;
        this.slots = grammar.places().slots().values().stream()
                .map(Slot::name)
                .distinct()
                .toList();
    }

    List<String> names() {
        List<String> names = new ArrayList<>(List.of("template"));
        slots.forEach(slot -> names.add("filler of " + slot));
        return names;
    }

    double[] of(double[] latent) {
        Places places = grammar.places();
        List<String> filled = List.copyOf(grammar.sentence(latent).choices().keySet());
        double[] values = new double[1 + slots.size()];
        values[0] = Slot.share(latent[0]);
        for (int i = 0; i < slots.size(); i++) {
            String slot = slots.get(i);
            values[1 + i] = filled.stream()
                    .filter(place -> places.at(place).name().equals(slot))
                    .mapToDouble(place -> Slot.share(latent[places.latentOf(place)]))
                    .average()
                    .orElse(UNUSED);
        }
        return values;
    }
}
