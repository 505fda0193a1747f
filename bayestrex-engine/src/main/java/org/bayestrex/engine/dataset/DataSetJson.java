/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.dataset;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.bayestrex.engine.json.RateJson;

/** What was asked of a data set, as JSON. Pictures are left out: the index gives them again. */
final class DataSetJson {

    static final int SCHEMA_VERSION = 1;

    private DataSetJson() {}

    static String write(JsonObject json) {
        return new GsonBuilder()
                .disableHtmlEscaping()
                .serializeNulls()
                .setPrettyPrinting()
                .create()
                .toJson(json);
    }

    static JsonObject of(DataSetFindings findings) {
        JsonObject json = begin("dataSetFindings", findings.classifier(), findings.dataSet());
        json.addProperty("target", findings.target().describe());
        json.addProperty("sigma", findings.sigma());
        JsonObject rates = new JsonObject();
        rates.add("levelSetMass", RateJson.write(findings.levelSetMass()));
        rates.add("wrongLabelShare", RateJson.write(findings.wrongLabelShare()));
        rates.add("failureRate", RateJson.write(findings.failureRate()));
        json.add("rates", rates);
        json.add("found", images(findings.found()));
        return json;
    }

    static JsonObject of(ConfidentErrors errors) {
        JsonObject json = begin("confidentErrors", errors.classifier(), errors.dataSet());
        json.addProperty("threshold", errors.threshold());
        json.addProperty("confident", errors.confident());
        JsonObject rates = new JsonObject();
        rates.add("rate", RateJson.write(errors.rate()));
        rates.add("shareOfConfident", RateJson.write(errors.shareOfConfident()));
        json.add("rates", rates);
        json.add("errors", images(errors.errors()));
        return json;
    }

    static JsonObject of(AmbiguousPairs pairs) {
        JsonObject json = begin("ambiguousPairs", pairs.classifier(), pairs.dataSet());
        json.addProperty("size", pairs.size());
        json.addProperty("low", pairs.low());
        json.addProperty("high", pairs.high());
        json.addProperty("images", pairs.images());
        json.addProperty("pairsInAll", pairs.pairs().size());
        JsonArray found = new JsonArray();
        pairs.found().forEach(pair -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("first", pair.first());
            entry.addProperty("second", pair.second());
            entry.add("rate", RateJson.write(pair.rate()));
            entry.add("images", images(pair.images()));
            found.add(entry);
        });
        json.add("pairs", found);
        return json;
    }

    static JsonObject of(Coverage coverage) {
        JsonObject json = begin("coverage", coverage.classifier(), coverage.dataSet());
        json.addProperty("size", coverage.size());
        JsonArray rows = new JsonArray();
        coverage.rows().forEach(row -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("target", row.target());
            entry.addProperty("inDataSet", row.inDataSet());
            entry.add("dataSetRate", RateJson.write(row.dataSetRate()));
            entry.addProperty("distribution", row.distribution());
            entry.addProperty("inSearch", row.inSearch());
            entry.add("searchMass", RateJson.write(row.searchMass()));
            entry.addProperty("converged", row.converged());
            entry.addProperty("shown", row.shown().name());
            entry.addProperty("agree", row.agree());
            rows.add(entry);
        });
        json.add("rows", rows);
        return json;
    }

    private static JsonObject begin(String kind, String classifier, String dataSet) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.addProperty("kind", kind);
        json.addProperty("classifier", classifier);
        json.addProperty("dataSet", dataSet);
        return json;
    }

    private static JsonArray images(List<FoundImage> images) {
        JsonArray array = new JsonArray();
        images.forEach(image -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("index", image.index());
            entry.add(
                    "label",
                    image.label().isEmpty()
                            ? JsonNull.INSTANCE
                            : new JsonPrimitive(image.label().getAsInt()));
            entry.addProperty("predicted", image.predicted());
            entry.addProperty("confidence", image.confidence());
            array.add(entry);
        });
        return array;
    }
}
