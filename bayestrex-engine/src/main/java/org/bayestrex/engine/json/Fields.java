/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that was read from JSON; whatever is missing or of another kind is said by its name, with a
 * {@link MalformedJsonException}.
 */
public final class Fields {

    private final JsonObject json;

    private Fields(JsonObject json) {
        this.json = json;
    }

    /**
     * Reads an object.
     *
     * @param version the {@code schemaVersion} that is understood
     * @throws MalformedJsonException when the text is no object of that version
     */
    public static Fields parse(String text, int version) {
        JsonElement element;
        try {
            element = JsonParser.parseString(text);
        } catch (JsonParseException e) {
            throw new MalformedJsonException("it is no JSON: " + e.getMessage());
        }
        Fields fields = new Fields(object(element, "the file"));
        int found = fields.integer("schemaVersion");
        if (found != version) {
            throw new MalformedJsonException(
                    "its schemaVersion is %d, and this version reads %d".formatted(found, version));
        }
        return fields;
    }

    /** An object as text, with a line's end after it. */
    public static String print(JsonObject json) {
        return PrettyJson.of(json);
    }

    /** Numbers as the floats that networks compute in, for that is all there is to a latent or a logit. */
    public static JsonArray floats(double[] values) {
        JsonArray array = new JsonArray();
        for (double value : values) {
            array.add(Double.isFinite(value) ? new JsonPrimitive((float) value) : JsonNull.INSTANCE);
        }
        return array;
    }

    /** Adds a number; null where it is undefined. */
    public static void add(JsonObject json, String name, double value) {
        json.add(name, Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE);
    }

    /** Whether there is such a field. */
    public boolean has(String name) {
        return json.has(name);
    }

    /** A text. */
    public String text(String name) {
        return primitive(name, "a text").getAsString();
    }

    /** A whole number. */
    public int integer(String name) {
        return Math.toIntExact(wholeNumber(name));
    }

    /** A whole number of 64 bits. */
    public long wholeNumber(String name) {
        try {
            return primitive(name, "a whole number").getAsLong();
        } catch (NumberFormatException e) {
            throw expected(name, "a whole number");
        }
    }

    /** A number; NaN for null. */
    public double number(String name) {
        JsonElement element = json.get(name);
        if (element != null && element.isJsonNull()) {
            return Double.NaN;
        }
        try {
            return primitive(name, "a number").getAsDouble();
        } catch (NumberFormatException e) {
            throw expected(name, "a number");
        }
    }

    /** Yes or no. */
    public boolean flag(String name) {
        return primitive(name, "true or false").getAsBoolean();
    }

    /** An object. */
    public Fields object(String name) {
        return new Fields(object(json.get(name), name));
    }

    /** Objects. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        array(name).forEach(element -> objects.add(new Fields(object(element, name))));
        return objects;
    }

    /**
     * Objects, of which some may be written short: a text stands for an object with one field.
     *
     * @param field the one that such a text is
     */
    public List<Fields> objectsOrTexts(String name, String field) {
        List<Fields> objects = new ArrayList<>();
        array(name).forEach(element -> {
            JsonObject object = new JsonObject();
            object.add(field, element);
            objects.add(new Fields(element.isJsonPrimitive() ? object : object(element, name)));
        });
        return objects;
    }

    /** The names of the fields, in their order. */
    public List<String> names() {
        return List.copyOf(json.keySet());
    }

    /** Texts. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!element.isJsonPrimitive()) {
                throw expected(name, "texts");
            }
            texts.add(element.getAsString());
        }
        return texts;
    }

    /** Numbers; NaN for null. */
    public double[] numbers(String name) {
        JsonArray array = array(name);
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonElement element = array.get(i);
            try {
                numbers[i] = element.isJsonNull() ? Double.NaN : element.getAsDouble();
            } catch (NumberFormatException | IllegalStateException | UnsupportedOperationException e) {
                throw expected(name, "numbers");
            }
        }
        return numbers;
    }

    /** Texts by name, in their order. */
    public Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        JsonObject object = object(json.get(name), name);
        for (String key : object.keySet()) {
            map.put(key, new Fields(object).text(key));
        }
        return map;
    }

    private JsonArray array(String name) {
        JsonElement element = json.get(name);
        if (element == null || !element.isJsonArray()) {
            throw expected(name, "a list");
        }
        return element.getAsJsonArray();
    }

    private JsonPrimitive primitive(String name, String kind) {
        JsonElement element = json.get(name);
        if (element == null || !element.isJsonPrimitive()) {
            throw expected(name, kind);
        }
        return element.getAsJsonPrimitive();
    }

    private static JsonObject object(@Nullable JsonElement element, String name) {
        if (element == null || !element.isJsonObject()) {
            throw expected(name, "an object");
        }
        return element.getAsJsonObject();
    }

    private static MalformedJsonException expected(String name, String kind) {
        return new MalformedJsonException("\"" + name + "\" is to be " + kind);
    }
}
