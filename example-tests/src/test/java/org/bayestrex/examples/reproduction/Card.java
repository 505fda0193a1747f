/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model's card says of its classes and latents.
 *
 * @param classNames of the data set's classes; empty where they are only numbered
 * @param classes which class of the data set each output stands for; empty where output k is class k
 * @param latentSize number of latents of a generator; 0 for classifiers
 */
record Card(List<String> classNames, List<Integer> classes, int latentSize) {

    static Card read(Path file) throws IOException {
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        List<String> names = new ArrayList<>();
        elements(json, "classNames").forEach(name -> names.add(name.getAsString()));
        boolean generator = "generator".equals(json.get("kind").getAsString());
        List<Integer> classes = new ArrayList<>();
        if (!generator) {
            elements(json, "classes").forEach(cls -> classes.add(cls.getAsInt()));
        }
        int latents = generator
                ? json.getAsJsonObject("input").getAsJsonArray("shape").get(1).getAsInt()
                : 0;
        return new Card(names, classes, latents);
    }

    /** Which output stands for a class of the data set. */
    int output(int cls) {
        int output = classes.isEmpty() ? cls : classes.indexOf(cls);
        if (output < 0) {
            throw new IllegalArgumentException("The model knows the classes " + classes + " only, not " + cls);
        }
        return output;
    }

    /** A name for each output, as reports show it; empty where outputs are only numbered. */
    List<String> labels() {
        if (classes.isEmpty()) {
            return classNames;
        }
        return classes.stream().map(this::name).toList();
    }

    /** The name of a class of the data set. */
    String name(int cls) {
        return classNames.isEmpty() ? String.valueOf(cls) : classNames.get(cls);
    }

    private static Iterable<JsonElement> elements(JsonObject json, String key) {
        return json.has(key) ? json.getAsJsonArray(key) : List.of();
    }
}
