/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.rate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** A comparison as JSON, for reports and for whatever reads them later. Numbers that are undefined are null. */
final class ComparisonJson {

    static final int SCHEMA_VERSION = 1;

    private static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .serializeNulls()
            .setPrettyPrinting()
            .create();

    private ComparisonJson() {}

    static String write(Comparison comparison) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.add("excessOverconfidence", rate(comparison.excessOverconfidence()));
        JsonObject significance = new JsonObject();
        number(significance, "statistic", comparison.significance().statistic());
        number(significance, "pValue", comparison.significance().pValue());
        significance.addProperty("method", comparison.significance().method());
        json.add("significance", significance);
        json.add("candidate", score(comparison.candidate()));
        json.add("baseline", score(comparison.baseline()));
        JsonArray classes = new JsonArray();
        for (ModelScore.OfClass score : comparison.candidate().classes()) {
            JsonObject excess = new JsonObject();
            excess.addProperty("class", score.cls());
            excess.add("excessOverconfidence", rate(comparison.excessOverconfidence(score.cls())));
            classes.add(excess);
        }
        json.add("classes", classes);
        JsonArray leftOut = new JsonArray();
        comparison.leftOut().forEach(leftOut::add);
        json.add("leftOut", leftOut);
        JsonArray problems = new JsonArray();
        comparison.problems().forEach(problems::add);
        json.add("problems", problems);
        json.addProperty("seed", comparison.seed());
        return GSON.toJson(json);
    }

    private static JsonObject score(ModelScore score) {
        JsonObject json = new JsonObject();
        json.addProperty("name", score.name());
        json.add("accuracy", rate(score.accuracy()));
        json.add("accuracyOnOther", rate(score.accuracyOnOther()));
        JsonArray classes = new JsonArray();
        for (ModelScore.OfClass each : score.classes()) {
            JsonObject of = new JsonObject();
            of.addProperty("class", each.cls());
            of.addProperty("draws", each.draws());
            of.add("accuracy", rate(each.accuracy()));
            of.add("accuracyOnOther", rate(each.accuracyOnOther()));
            of.add("confidenceOnOther", rate(each.confidenceOnOther()));
            classes.add(of);
        }
        json.add("classes", classes);
        return json;
    }

    /** As {@code json} writes a rate; it knows rates, so it cannot be used here. */
    private static JsonObject rate(Rate rate) {
        JsonObject json = new JsonObject();
        number(json, "estimate", rate.estimate());
        number(json, "lower", rate.lower());
        number(json, "upper", rate.upper());
        number(json, "level", rate.level());
        json.addProperty("method", rate.method());
        return json;
    }

    private static void number(JsonObject json, String name, double value) {
        json.add(name, Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE);
    }
}
