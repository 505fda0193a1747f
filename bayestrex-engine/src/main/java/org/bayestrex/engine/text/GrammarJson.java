/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.engine.json.MalformedJsonException;

/**
 * Grammars as JSON that people write. A filler is a text, or an object with {@code text}, {@code label} and {@code weight}; a label
 * is the name of a class, a slot in braces, {@code "{opinion}"}, or its contrary, {@code "not {opinion}"}.
 *
 * @since 0.1
 */
public final class GrammarJson {

    private static final int VERSION = 1;
    private static final Pattern OF_SLOT = Pattern.compile("(not )?\\{([^{}]+)}");

    private GrammarJson() {}

    /**
     * Reads a grammar.
     *
     * @throws GrammarException when it is none; the message names the field, or the template and the slot
     */
    public static TextGrammar read(String text) {
        try {
            Fields json = Fields.parse(text, VERSION);
            TextGrammar.Builder grammar = TextGrammar.builder(json.text("name"));
            List<String> classes = json.has("classes") ? json.texts("classes") : List.of();
            grammar.classes(classes.toArray(String[]::new));
            fillers(json, "templates", classes).forEach(grammar::template);
            Fields slots = json.object("slots");
            slots.names().forEach(slot -> grammar.slot(slot, fillers(slots, slot, classes)));
            return grammar.build();
        } catch (MalformedJsonException e) {
            throw new GrammarException("This is no grammar: " + e.getMessage(), e);
        }
    }

    private static List<Filler> fillers(Fields json, String field, List<String> classes) {
        List<Filler> fillers = new ArrayList<>();
        for (Fields filler : json.objectsOrTexts(field, "text")) {
            String text = filler.text("text");
            LabelRule label = filler.has("label") ? rule(text, filler.text("label"), classes) : LabelRule.none();
            try {
                fillers.add(new Filler(text, filler.has("weight") ? filler.number("weight") : 1, label));
            } catch (IllegalArgumentException e) {
                throw new MalformedJsonException(String.valueOf(e.getMessage()));
            }
        }
        return fillers;
    }

    private static LabelRule rule(String text, String label, List<String> classes) {
        Matcher slot = OF_SLOT.matcher(label);
        if (slot.matches()) {
            return slot.group(1) == null ? LabelRule.as(slot.group(2)) : LabelRule.not(slot.group(2));
        }
        if (!classes.contains(label)) {
            throw new MalformedJsonException(
                    "the \"label\" of \"%s\" is to be one of %s, \"{slot}\" or \"not {slot}\", but is \"%s\""
                            .formatted(text, classes, label));
        }
        return LabelRule.always(classes.indexOf(label));
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read
     * @throws GrammarException when it is no grammar; the message names the file too
     */
    public static TextGrammar read(Path file) throws IOException {
        try {
            return read(Files.readString(file));
        } catch (GrammarException e) {
            throw new GrammarException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /** A grammar as text. */
    public static String write(TextGrammar grammar) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", VERSION);
        json.addProperty("name", grammar.name());
        JsonArray classes = new JsonArray();
        grammar.classes().forEach(classes::add);
        json.add("classes", classes);
        json.add("templates", write(grammar.templates(), grammar.classes()));
        JsonObject slots = new JsonObject();
        grammar.slots().forEach((slot, fillers) -> slots.add(slot, write(fillers, grammar.classes())));
        json.add("slots", slots);
        return Fields.print(json);
    }

    private static JsonArray write(List<Filler> fillers, List<String> classes) {
        JsonArray array = new JsonArray();
        fillers.forEach(filler -> array.add(write(filler, classes)));
        return array;
    }

    private static JsonElement write(Filler filler, List<String> classes) {
        if (filler.label() instanceof LabelRule.None && filler.weight() == 1) {
            return new JsonPrimitive(filler.text());
        }
        JsonObject json = new JsonObject();
        json.addProperty("text", filler.text());
        if (filler.label() instanceof LabelRule.Always always) {
            json.addProperty("label", classes.get(always.cls()));
        } else if (filler.label() instanceof LabelRule.As as) {
            json.addProperty("label", "{" + as.place() + "}");
        } else if (filler.label() instanceof LabelRule.Not not) {
            json.addProperty("label", "not {" + not.place() + "}");
        }
        if (filler.weight() != 1) {
            Fields.add(json, "weight", filler.weight());
        }
        return json;
    }
}
