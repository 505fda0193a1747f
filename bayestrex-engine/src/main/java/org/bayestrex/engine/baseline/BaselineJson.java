/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.baseline;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.baseline.BaselineDraws.Row;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.engine.json.ModelJson;
import org.bayestrex.engine.json.RateJson;
import org.bayestrex.engine.rate.Rate;

/** A baseline as JSON: a line for each draw, so that two versions can be compared by eye. */
final class BaselineJson {

    static final int SCHEMA_VERSION = 1;

    private BaselineJson() {}

    static String write(Baseline baseline) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.addProperty("test", baseline.test());
        json.addProperty("written", baseline.written().toString());
        json.addProperty("engine", baseline.engine());
        json.add("model", ModelJson.write(baseline.model()));
        json.add("subject", subject(baseline.subject()));
        JsonObject sampling = new JsonObject();
        baseline.sampling().forEach(sampling::addProperty);
        json.add("sampling", sampling);
        JsonObject rates = new JsonObject();
        baseline.rates().forEach((quantity, rate) -> rates.add(quantity.name(), RateJson.write(rate)));
        json.add("rates", rates);
        json.add("wrongLabelShare", RateJson.write(baseline.wrongLabelShare()));
        json.add("problems", texts(baseline.problems()));
        json.add("massProblems", texts(baseline.massProblems()));
        json.add("draws", draws(baseline.draws()));
        return Fields.print(json);
    }

    private static JsonObject subject(BaselineSubject subject) {
        JsonObject json = new JsonObject();
        json.addProperty("target", subject.target());
        json.addProperty("targetType", subject.targetType());
        json.addProperty("sigma", subject.sigma());
        json.add("distribution", ModelJson.write(subject.distribution()));
        JsonArray excluded = new JsonArray();
        subject.excludedClasses().forEach(excluded::add);
        json.add("excludedClasses", excluded);
        JsonArray oracles = new JsonArray();
        subject.oracles().forEach(oracle -> oracles.add(ModelJson.write(oracle)));
        json.add("oracles", oracles);
        json.add("classNames", texts(subject.classNames()));
        return json;
    }

    private static JsonObject draws(BaselineDraws draws) {
        JsonArray rows = new JsonArray();
        for (Row row : draws.rows()) {
            JsonObject each = new JsonObject();
            each.addProperty("chain", row.chain());
            each.addProperty("draw", row.draw());
            each.addProperty("weight", row.weight());
            each.add("latent", Fields.floats(row.latent()));
            each.add("logits", Fields.floats(row.logits()));
            rows.add(each);
        }
        JsonObject json = new JsonObject();
        json.addProperty("chains", draws.chains());
        json.addProperty("independentChains", draws.independentChains());
        json.add("rows", rows);
        return json;
    }

    private static JsonArray texts(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    /**
     * Reads a baseline.
     *
     * @throws RuntimeException when it is none
     */
    static Baseline read(String text) {
        Fields json = Fields.parse(text, SCHEMA_VERSION);
        Fields stored = json.object("rates");
        Map<Quantity, Rate> rates = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            rates.put(quantity, RateJson.read(stored.object(quantity.name())));
        }
        return new Baseline(
                json.text("test"),
                instant(json.text("written")),
                json.text("engine"),
                ModelJson.read(json.object("model")),
                subject(json.object("subject")),
                json.map("sampling"),
                rates,
                RateJson.read(json.object("wrongLabelShare")),
                json.texts("problems"),
                json.texts("massProblems"),
                draws(json.object("draws")));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BaselineException("\"written\" is no instant: " + text, e);
        }
    }

    private static BaselineSubject subject(Fields json) {
        return new BaselineSubject(
                json.text("target"),
                json.text("targetType"),
                json.number("sigma"),
                ModelJson.read(json.object("distribution")),
                Arrays.stream(json.numbers("excludedClasses"))
                        .mapToObj(cls -> (int) cls)
                        .toList(),
                json.objects("oracles").stream().map(ModelJson::read).toList(),
                json.texts("classNames"));
    }

    private static BaselineDraws draws(Fields json) {
        List<Row> rows = new ArrayList<>();
        for (Fields row : json.objects("rows")) {
            rows.add(new Row(
                    row.integer("chain"),
                    row.integer("draw"),
                    row.number("weight"),
                    row.numbers("latent"),
                    row.numbers("logits")));
        }
        return new BaselineDraws(json.integer("chains"), json.integer("independentChains"), rows);
    }
}
