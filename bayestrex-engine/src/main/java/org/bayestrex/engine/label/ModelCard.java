/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.label;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The JSON file that lies beside a model's and says how the model came about:
 *
 * <pre>{@code
 * {"schemaVersion": 1, "name": "mnist-judge", "sha256": "6e...", "confusion": [[978, 0, ...], ...],
 *  "classNames": ["0", ...], "classes": [0, 1, 3, 6, 9]}
 * }</pre>
 *
 * <p>{@code confusion} has a row for each true class and in it a count for each class said. {@code classNames} are those of
 * the data set; {@code classes} says which of them each output stands for, where a model was trained on some of them. Other
 * keys are not looked at.
 */
record ModelCard(Path file, JsonObject json) {

    private static final int SCHEMA_VERSION = 1;

    static ModelCard read(Path file) {
        JsonElement json;
        try {
            json = JsonParser.parseString(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no model card " + file, e);
        } catch (IOException | JsonParseException e) {
            throw new IllegalArgumentException("The model card " + file + " cannot be read: " + e.getMessage(), e);
        }
        if (!json.isJsonObject()) {
            throw new IllegalArgumentException("The model card " + file + " is no JSON object");
        }
        ModelCard card = new ModelCard(file, json.getAsJsonObject());
        JsonElement version = card.json.get("schemaVersion");
        if (version == null || !version.toString().equals(String.valueOf(SCHEMA_VERSION))) {
            throw card.unusable("its schemaVersion is " + version + ", not " + SCHEMA_VERSION);
        }
        return card;
    }

    /** The card of a model; empty where the file of that name is something else, which says nothing of a schema. */
    static Optional<ModelCard> find(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)) instanceof JsonObject json
                            && json.has("schemaVersion")
                    ? Optional.of(read(file))
                    : Optional.empty();
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    Confusion confusion() {
        JsonElement rows = json.get("confusion");
        if (rows == null) {
            throw unusable(
                    "it has no \"confusion\", which is counted on labelled data that the model was not trained on");
        }
        try {
            JsonArray array = rows.getAsJsonArray();
            long[][] counts = new long[array.size()][];
            for (int row = 0; row < counts.length; row++) {
                counts[row] = counts(array.get(row).getAsJsonArray());
            }
            return Confusion.of(counts);
        } catch (RuntimeException e) { // Gson throws many kinds; all say that these are no counts
            throw unusable("its \"confusion\" is no square of counts: " + e.getMessage());
        }
    }

    private static long[] counts(JsonArray row) {
        long[] counts = new long[row.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = row.get(i).getAsBigDecimal().longValueExact();
        }
        return counts;
    }

    /** For each output the class of the data set that it stands for; empty where the card does not say. */
    Optional<List<Integer>> classes() {
        return array(
                "classes", "whole numbers", element -> element.getAsBigDecimal().intValueExact());
    }

    /** What the classes of the data set are called; empty where the card does not say. */
    Optional<List<String>> classNames() {
        return array("classNames", "names", JsonElement::getAsString);
    }

    private <T> Optional<List<T>> array(String key, String kind, Function<JsonElement, T> reader) {
        JsonElement elements = json.get(key);
        if (elements == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    elements.getAsJsonArray().asList().stream().map(reader).toList());
        } catch (RuntimeException e) { // Gson throws many kinds; all say that these are none
            throw unusable("its \"%s\" are no %s: %s".formatted(key, kind, e.getMessage()));
        }
    }

    /** The hash of the model's file, in lower case. */
    Optional<String> sha256() {
        JsonElement hash = json.get("sha256");
        return hash != null && hash.isJsonPrimitive() ? Optional.of(hash.getAsString()) : Optional.empty();
    }

    IllegalArgumentException unusable(String reason) {
        return new IllegalArgumentException("The model card " + file + " cannot be used: " + reason);
    }
}
