/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The numbers by which chains of sentences are compared: which template it is, the true label, how long the sentence is, and for each
 * slot where among its fillers the chosen ones stand, from 0 to 1. What is not used counts as the middle: no chain needs to agree on it.
 */
final class GrammarSummaries {

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
        List<String> names = new ArrayList<>();
        IntStream.rangeClosed(1, grammar.templates().size()).forEach(i -> names.add("template " + i));
        names.add("label");
        names.add("words");
        slots.forEach(slot -> names.add("filler of " + slot));
        return names;
    }

    double[] of(double[] latent) {
        Sentence sentence = grammar.sentence(latent);
        double[] values = new double[grammar.templates().size() + 2 + slots.size()];
        values[sentence.template()] = 1;
        int at = grammar.templates().size();
        values[at++] = sentence.label().orElse(0);
        values[at++] = sentence.text().split(" ", -1).length;
        for (String slot : slots) {
            values[at++] = sentence.choices().entrySet().stream()
                    .filter(choice -> slotAt(choice.getKey()).name().equals(slot))
                    .mapToDouble(this::share)
                    .average()
                    .orElse(.5);
        }
        return values;
    }

    private double share(Map.Entry<String, Integer> choice) {
        return (choice.getValue() + .5) / slotAt(choice.getKey()).fillers().size();
    }

    private Slot slotAt(String place) {
        Slot slot = grammar.places().slots().get(place);
        if (slot == null) {
            throw new IllegalStateException("no place " + place);
        }
        return slot;
    }
}
