/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.text.Parts.Gap;

/**
 * Where choices are made, each with a latent of its own. Templates share places of the same name, so that another template keeps
 * the words, and what is not used keeps its latent.
 *
 * @param slots by place
 * @param names of the places, in the order of their latents; the first latent is the template's and has no place here
 */
record Places(Map<String, Slot> slots, List<String> names) {

    /** Rules within rules make many places; more than this are a mistake. */
    private static final int MOST = 1000;

    /** A place as a latent: the template's is 0. */
    int latentOf(String place) {
        return 1 + names.indexOf(place);
    }

    /** The slot of a place. */
    Slot at(String place) {
        Slot slot = slots.get(place);
        if (slot == null) {
            throw new IllegalStateException("no place " + place);
        }
        return slot;
    }

    /** The place of a gap in what stands at another place; of a template's gap, the one named as the gap is. */
    static String at(String within, Gap gap) {
        return within.isEmpty() ? gap.name() : within + "/" + gap.name();
    }

    /**
     * Walks through the templates and whatever may fill them.
     *
     * @throws GrammarException when a slot is unknown, is filled by itself, or a place has two slots
     */
    static Places of(String grammar, Slot templates, Map<String, Slot> slots) {
        Walk walk = new Walk(grammar, slots);
        walk.through("", "template", templates);
        return new Places(walk.found, List.copyOf(walk.found.keySet()));
    }

    private static final class Walk {

        private final String grammar;
        private final Map<String, Slot> slots;
        private final Map<String, Slot> found = new LinkedHashMap<>();
        private final Deque<String> open = new ArrayDeque<>();

        Walk(String grammar, Map<String, Slot> slots) {
            this.grammar = grammar;
            this.slots = slots;
        }

        void through(String place, String kind, Slot slot) {
            for (int i = 0; i < slot.fillers().size(); i++) {
                String where = "%s %d, \"%s\""
                        .formatted(kind, i + 1, slot.fillers().get(i).text());
                for (Gap gap : slot.parts().get(i).gaps()) {
                    add(Places.at(place, gap), gap, where);
                }
            }
        }

        private void add(String place, Gap gap, String where) {
            Slot slot = slots.get(gap.slot());
            if (slot == null) {
                throw wrong(where, "there is no slot named %s; there are %s".formatted(gap.slot(), slots.keySet()));
            }
            if (slot.fillers().isEmpty()) {
                throw wrong(where, "nothing fills its slot %s; give it a filler or more".formatted(gap.slot()));
            }
            if (open.contains(gap.slot())) {
                List<String> round = new ArrayList<>(open);
                throw wrong(where, "its slot %s is within itself, in %s".formatted(gap.slot(), round));
            }
            Slot before = found.putIfAbsent(place, slot);
            if (before != null) {
                if (!before.name().equals(slot.name())) {
                    throw wrong(
                            where,
                            "%s is of slot %s here and of slot %s elsewhere; give one of them another name"
                                    .formatted(gap.name(), slot.name(), before.name()));
                }
                return;
            }
            if (found.size() > MOST) {
                throw wrong(where, "there are more than %d places; rules within rules make them".formatted(MOST));
            }
            open.addLast(gap.slot());
            through(place, "slot " + gap.slot() + ", filler", slot);
            open.removeLast();
        }

        private GrammarException wrong(String where, String what) {
            return new GrammarException("The grammar %s: %s: %s.".formatted(grammar, where, what));
        }
    }
}
