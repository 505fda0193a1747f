/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bayestrex.engine.text.Parts.Gap;

/** Which classes fillers can have; and the check that each sentence has one, in a grammar that has classes. */
final class Labelling {

    private final String grammar;
    private final List<String> classes;
    private final Map<String, Slot> slots;

    Labelling(String grammar, List<String> classes, Map<String, Slot> slots) {
        this.grammar = grammar;
        this.classes = classes;
        this.slots = slots;
    }

    /**
     * The classes that sentences have.
     *
     * @throws GrammarException when a template has none though the grammar has classes, or a rule cannot be followed
     */
    Set<Integer> ofTemplates(Slot templates) {
        Set<Integer> labels = new TreeSet<>();
        for (int i = 0; i < templates.fillers().size(); i++) {
            if (!classes.isEmpty()) {
                labels.addAll(of(templates, i, "template"));
            }
        }
        return labels;
    }

    private Set<Integer> of(Slot slot, int filler, String kind) {
        String where = "%s %d, \"%s\""
                .formatted(kind, filler + 1, slot.fillers().get(filler).text());
        LabelRule rule = slot.fillers().get(filler).label();
        if (rule instanceof LabelRule.Always always) {
            if (always.cls() < 0 || always.cls() >= classes.size()) {
                throw wrong(where, "its class is %d, but the classes are %s".formatted(always.cls(), classes));
            }
            return Set.of(always.cls());
        }
        if (rule instanceof LabelRule.As as) {
            return ofGap(slot, filler, as.place(), where);
        }
        if (rule instanceof LabelRule.Not not) {
            if (classes.size() != 2) {
                throw wrong(where, "\"not\" needs two classes, but there are %s".formatted(classes));
            }
            Set<Integer> others = new TreeSet<>();
            ofGap(slot, filler, not.place(), where).forEach(cls -> others.add(1 - cls));
            return others;
        }
        throw wrong(where, "nothing says which class it belongs to; give it a label");
    }

    private Set<Integer> ofGap(Slot slot, int filler, String name, String where) {
        Gap gap = slot.parts().get(filler).gaps().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(where, "its label is that of {%s}, which it does not hold".formatted(name)));
        Slot filling = slots.get(gap.slot());
        Set<Integer> labels = new TreeSet<>();
        for (int i = 0; filling != null && i < filling.fillers().size(); i++) {
            labels.addAll(of(filling, i, "slot " + filling.name() + ", filler"));
        }
        return labels;
    }

    private GrammarException wrong(String where, String what) {
        return new GrammarException("The grammar %s: %s: %s.".formatted(grammar, where, what));
    }
}
