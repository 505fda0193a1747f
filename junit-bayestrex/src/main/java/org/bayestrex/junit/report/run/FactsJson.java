/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.engine.json.MalformedJsonException;
import org.bayestrex.engine.json.ModelJson;
import org.bayestrex.engine.json.RateJson;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.engine.rate.Check;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Verdict;
import org.bayestrex.junit.report.Outcome;

/** What a test came to, as JSON. */
final class FactsJson {

    static final int SCHEMA_VERSION = 1;

    private FactsJson() {}

    static JsonObject write(TestFacts facts) {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.addProperty("test", facts.test());
        json.addProperty("invocation", facts.invocation());
        json.addProperty("outcome", facts.outcome().name());
        json.addProperty("reason", facts.reason());
        JsonArray claims = new JsonArray();
        facts.claims().forEach(check -> claims.add(claim(check)));
        json.add("claims", claims);
        json.add("classes", texts(facts.classes()));
        json.addProperty("class", facts.cls());
        json.add("rates", named("rate", facts.rates(), RateJson::write));
        json.add("models", named("model", facts.models(), ModelJson::write));
        json.addProperty("seed", facts.seed());
        json.addProperty("seconds", facts.seconds());
        json.addProperty("evaluations", facts.evaluations());
        json.add("problems", texts(facts.problems()));
        json.add("known", texts(facts.known()));
        json.addProperty("corpus", facts.corpus());
        json.addProperty("folder", facts.folder());
        return json;
    }

    static TestFacts read(Fields json) {
        Map<String, Rate> rates = new LinkedHashMap<>();
        json.objects("rates").forEach(each -> rates.put(each.text("name"), RateJson.read(each.object("rate"))));
        Map<String, ModelIdentity> models = new LinkedHashMap<>();
        json.objects("models").forEach(each -> models.put(each.text("name"), ModelJson.read(each.object("model"))));
        List<Check> claims = new ArrayList<>();
        json.objects("claims").forEach(each -> claims.add(claim(each)));
        return new TestFacts(
                json.text("test"),
                json.text("invocation"),
                constant(Outcome.class, json.text("outcome")),
                json.text("reason"),
                claims,
                json.texts("classes"),
                json.integer("class"),
                rates,
                models,
                json.wholeNumber("seed"),
                json.number("seconds"),
                json.wholeNumber("evaluations"),
                json.texts("problems"),
                json.texts("known"),
                json.text("corpus"),
                json.text("folder"));
    }

    /** The constant of that name, where there is one. */
    static <E extends Enum<E>> E constant(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("\"" + name + "\" is no " + type.getSimpleName());
        }
    }

    /** A limit; null where it is open. */
    static void limit(JsonObject json, String name, double limit) {
        Fields.add(json, name, limit);
    }

    /** A limit, or the given one where it is null. */
    static double limit(Fields json, String name, double open) {
        double limit = json.number(name);
        return Double.isNaN(limit) ? open : limit;
    }

    private static JsonObject claim(Check check) {
        JsonObject json = new JsonObject();
        json.addProperty("claim", check.claim());
        json.add("rate", RateJson.write(check.rate()));
        limit(json, "low", check.low());
        limit(json, "high", check.high());
        json.addProperty("verdict", check.verdict().name());
        json.add("problems", texts(check.problems()));
        json.addProperty("advice", check.advice());
        return json;
    }

    private static Check claim(Fields json) {
        return new Check(
                json.text("claim"),
                RateJson.read(json.object("rate")),
                limit(json, "low", Double.NEGATIVE_INFINITY),
                limit(json, "high", Double.POSITIVE_INFINITY),
                constant(Verdict.class, json.text("verdict")),
                json.texts("problems"),
                json.text("advice"));
    }

    private static JsonArray texts(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static <T> JsonArray named(
            String kind, Map<String, T> values, java.util.function.Function<T, JsonObject> writer) {
        JsonArray array = new JsonArray();
        values.forEach((name, value) -> {
            JsonObject json = new JsonObject();
            json.addProperty("name", name);
            json.add(kind, writer.apply(value));
            array.add(json);
        });
        return array;
    }
}
