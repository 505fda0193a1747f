/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.bayestrex.engine.text.Parts.Gap;

/**
 * Templates of sentences with slots, and what may fill these. A sentence is chosen by latents z ~ N(0, I), one for the template and
 * one for each place where something is filled in; its true label follows from how it was made, so that nobody has to judge it.
 *
 * <pre>{@code
 * TextGrammar grammar = TextGrammar.builder("remarks on films")
 *         .classes("negative", "positive")
 *         .template("The {thing} was {opinion}.", LabelRule.as("opinion"))
 *         .template("The {thing} was not {opinion}.", LabelRule.not("opinion"))
 *         .slot("thing", Filler.of("plot"), Filler.of("music"))
 *         .slot("opinion", Filler.of("dull", LabelRule.always(0)), Filler.of("fine", LabelRule.always(1)))
 *         .build();
 * }</pre>
 *
 * <p>Immutable. {@link GrammarJson} reads and writes the same as a file.
 *
 * @since 0.1
 */
public final class TextGrammar {

    private final String name;
    private final List<String> classes;
    private final Slot templates;
    private final Map<String, Slot> slots;
    private final Places places;
    private final Set<Integer> labels;

    private TextGrammar(String name, List<String> classes, Slot templates, Map<String, Slot> slots) {
        this.name = name;
        this.classes = classes;
        this.templates = templates;
        this.slots = slots;
        this.places = Places.of(name, templates, slots);
        this.labels = Set.copyOf(new Labelling(name, classes, slots).ofTemplates(templates));
    }

    /** A grammar of that name, empty as yet. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** How it is called in messages and reports. */
    public String name() {
        return name;
    }

    /** The names of the classes; empty where sentences have none. */
    public List<String> classes() {
        return classes;
    }

    /** The classes that sentences of this grammar have. */
    public Set<Integer> labels() {
        return labels;
    }

    /** Number of latents: the template's, and one for each place. */
    public int latentSize() {
        return 1 + places.slots().size();
    }

    /**
     * The sentence of a latent point.
     *
     * @param latent length {@link #latentSize()}
     */
    public Sentence sentence(double[] latent) {
        if (latent.length != latentSize()) {
            throw new IllegalArgumentException("A point of the grammar %s has %d latents, but %d were given"
                    .formatted(name, latentSize(), latent.length));
        }
        return new Derivation(latent).sentence();
    }

    /**
     * A latent point of a sentence, in the middle of what gives it: {@link #sentence} gives it again.
     *
     * @throws IllegalArgumentException when the sentence is not of this grammar
     */
    public double[] latent(Sentence sentence) {
        double[] latent = new double[latentSize()];
        requireOne(sentence.template(), templates, "a template");
        latent[0] = templates.latent(sentence.template());
        sentence.choices().forEach((place, choice) -> {
            Slot slot = places.slots().get(place);
            if (slot == null) {
                throw new IllegalArgumentException("The grammar %s has no place %s".formatted(name, place));
            }
            requireOne(choice, slot, "a filler of " + slot.name());
            latent[places.latentOf(place)] = slot.latent(choice);
        });
        return latent;
    }

    private void requireOne(int choice, Slot slot, String what) {
        if (choice < 0 || choice >= slot.fillers().size()) {
            throw new IllegalArgumentException("%s of the grammar %s is numbered 0 to %d, but %d was given"
                    .formatted(what, name, slot.fillers().size() - 1, choice));
        }
    }

    /** The true class of a latent point's sentence; empty where the grammar has no classes. */
    public OptionalInt labelOf(double[] latent) {
        return sentence(latent).label();
    }

    /**
     * A longest sentence, when each slot is filled with what is longest by itself.
     *
     * @param length of a text
     */
    public String longest(ToIntFunction<String> length) {
        return longest(templates, length);
    }

    private String longest(Slot slot, ToIntFunction<String> length) {
        return slot.parts().stream()
                .map(parts -> parts.filled(gap -> longest(slotOf(gap), length)))
                .reduce((one, other) -> length.applyAsInt(other) > length.applyAsInt(one) ? other : one)
                .orElseThrow();
    }

    List<Filler> templates() {
        return templates.fillers();
    }

    Map<String, List<Filler>> slots() {
        Map<String, List<Filler>> fillers = new LinkedHashMap<>();
        slots.forEach((slot, filling) -> fillers.put(slot, filling.fillers()));
        return fillers;
    }

    Places places() {
        return places;
    }

    private Slot slotOf(Gap gap) {
        Slot slot = slots.get(gap.slot());
        if (slot == null) {
            throw new IllegalStateException("Places.of has seen that there is a slot " + gap.slot());
        }
        return slot;
    }

    /** One sentence, as it is made. */
    private final class Derivation {

        private final double[] latent;
        private final Map<String, Integer> choices = new LinkedHashMap<>();

        Derivation(double[] latent) {
            this.latent = latent;
        }

        Sentence sentence() {
            int template = templates.choice(latent[0]);
            String text = text("", templates, template);
            return new Sentence(text, label("", templates, template), template, choices);
        }

        private String text(String place, Slot slot, int choice) {
            return slot.parts().get(choice).filled(gap -> {
                String at = Places.at(place, gap);
                return text(at, slotOf(gap), choiceAt(at, slotOf(gap)));
            });
        }

        private int choiceAt(String place, Slot slot) {
            return choices.computeIfAbsent(place, at -> slot.choice(latent[places.latentOf(at)]));
        }

        private OptionalInt label(String place, Slot slot, int choice) {
            LabelRule rule = slot.fillers().get(choice).label();
            if (classes.isEmpty() || rule instanceof LabelRule.None) {
                return OptionalInt.empty();
            }
            if (rule instanceof LabelRule.Always always) {
                return OptionalInt.of(always.cls());
            }
            boolean same = rule instanceof LabelRule.As;
            String name = rule instanceof LabelRule.As as ? as.place() : ((LabelRule.Not) rule).place();
            Gap gap = slot.parts().get(choice).gaps().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            String at = Places.at(place, gap);
            OptionalInt filled = label(at, slotOf(gap), choiceAt(at, slotOf(gap)));
            return same || filled.isEmpty() ? filled : OptionalInt.of(1 - filled.getAsInt());
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** Gathers templates and slots. */
    public static final class Builder {

        private final String name;
        private List<String> classes = List.of();
        private final List<Filler> templates = new java.util.ArrayList<>();
        private final Map<String, List<Filler>> slots = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Names of the classes, in the order of the model's; without them sentences have no true label. */
        public Builder classes(String... names) {
            classes = List.of(names);
            return this;
        }

        /** A template that is as probable as others that are so given. */
        public Builder template(String text, LabelRule label) {
            return template(Filler.of(text, label));
        }

        /** A template. */
        public Builder template(Filler template) {
            templates.add(template);
            return this;
        }

        /** What may fill a slot. */
        public Builder slot(String slot, Filler... fillers) {
            return slot(slot, Arrays.asList(fillers));
        }

        /** What may fill a slot. */
        public Builder slot(String slot, List<Filler> fillers) {
            slots.put(slot, List.copyOf(fillers));
            return this;
        }

        /**
         * The grammar.
         *
         * @throws GrammarException when there is no template, a slot is unknown or empty, or a sentence would have no class though
         *     the grammar has classes
         */
        public TextGrammar build() {
            if (templates.isEmpty()) {
                throw new GrammarException("The grammar %s has no template.".formatted(name));
            }
            Map<String, Slot> made = new LinkedHashMap<>();
            slots.forEach((slot, fillers) -> made.put(slot, slot(slot, "slot " + slot + ", filler", fillers)));
            return new TextGrammar(name, classes, slot("template", "template", List.copyOf(templates)), made);
        }

        private Slot slot(String slot, String kind, List<Filler> fillers) {
            List<Parts> parts = IntStream.range(0, fillers.size())
                    .mapToObj(i -> {
                        String text = fillers.get(i).text();
                        try {
                            return Parts.of(text);
                        } catch (IllegalArgumentException e) {
                            throw new GrammarException(
                                    "The grammar %s: %s %d, \"%s\": %s."
                                            .formatted(name, kind, i + 1, text, e.getMessage()),
                                    e);
                        }
                    })
                    .toList();
            return new Slot(slot, fillers, parts);
        }
    }
}
