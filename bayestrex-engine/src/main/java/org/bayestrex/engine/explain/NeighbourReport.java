/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.explain;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The nearest training images of some inputs, and how near is usual.
 *
 * @param training name of the training images
 * @param heldOut name of the data set that says how near is usual
 * @param compared number of held-out images that were compared
 * @param low distance from its nearest training image that one in a hundred held-out images is below
 * @param median the distance that half of them are below
 * @param high the distance that 99 in a hundred are below
 * @param inputs the neighbourhood of each input, in their order
 */
public record NeighbourReport(
        String training,
        String heldOut,
        int compared,
        double low,
        double median,
        double high,
        List<Neighbourhood> inputs) {

    static final int SCHEMA_VERSION = 1;

    public NeighbourReport {
        inputs = List.copyOf(inputs);
    }

    /** How many inputs stand how to the training images. */
    public Map<Likeness, Long> counts() {
        return inputs.stream().collect(Collectors.groupingBy(Neighbourhood::likeness, Collectors.counting()));
    }

    /** As JSON, schema version {@value #SCHEMA_VERSION}. */
    public String toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.addProperty("kind", "neighbours");
        json.addProperty("training", training);
        json.addProperty("heldOut", heldOut);
        json.addProperty("compared", compared);
        json.addProperty("low", low);
        json.addProperty("median", median);
        json.addProperty("high", high);
        JsonArray all = new JsonArray();
        inputs.forEach(input -> all.add(entry(input)));
        json.add("inputs", all);
        return new GsonBuilder()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create()
                .toJson(json);
    }

    private static JsonObject entry(Neighbourhood input) {
        JsonObject json = new JsonObject();
        json.addProperty("likeness", input.likeness().name());
        json.addProperty("ratio", input.ratio());
        json.addProperty("quantile", input.nearerHeldOut().estimate());
        json.addProperty("quantileLower", input.nearerHeldOut().lower());
        json.addProperty("quantileUpper", input.nearerHeldOut().upper());
        json.addProperty("ratioQuantile", input.smallerRatios().estimate());
        JsonArray nearest = new JsonArray();
        input.nearest().forEach(neighbour -> {
            JsonObject one = new JsonObject();
            one.addProperty("index", neighbour.index());
            one.addProperty("distance", neighbour.distance());
            nearest.add(one);
        });
        json.add("nearest", nearest);
        return json;
    }
}
