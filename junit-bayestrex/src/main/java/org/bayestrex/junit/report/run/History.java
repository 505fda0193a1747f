/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.engine.json.RateJson;
import org.bayestrex.junit.report.Outcome;

/**
 * The last runs, the newest last.
 *
 * @param runs {@value #MOST} at most
 */
record History(List<PastRun> runs) {

    static final int SCHEMA_VERSION = 1;

    /** Enough to see a drift, few enough for a small file. */
    static final int MOST = 20;

    static final History NONE = new History(List.of());

    History {
        runs = List.copyOf(runs);
    }

    /** With another run; one of the same JVM is replaced, and the oldest is forgotten when there are too many. */
    History with(PastRun run) {
        List<PastRun> more = new ArrayList<>(before(run.id()).runs());
        more.add(run);
        return new History(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    /** The runs of other JVMs. */
    History before(String id) {
        return new History(runs.stream().filter(run -> !run.id().equals(id)).toList());
    }

    Optional<PastRun> last() {
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    String toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        JsonArray all = new JsonArray();
        runs.forEach(run -> all.add(write(run)));
        json.add("runs", all);
        return Fields.print(json);
    }

    /**
     * And back.
     *
     * @throws org.bayestrex.engine.json.MalformedJsonException when it is none
     */
    static History read(String text) {
        return new History(Fields.parse(text, SCHEMA_VERSION).objects("runs").stream()
                .map(History::run)
                .toList());
    }

    private static JsonObject write(PastRun run) {
        JsonObject json = new JsonObject();
        json.addProperty("id", run.id());
        json.addProperty("ended", run.ended().toString());
        JsonArray tests = new JsonArray();
        run.tests().forEach(test -> tests.add(write(test)));
        json.add("tests", tests);
        return json;
    }

    private static JsonObject write(PastTest test) {
        JsonObject json = new JsonObject();
        json.addProperty("test", test.key());
        json.addProperty("outcome", test.outcome().name());
        json.addProperty("claim", test.claim());
        test.rate().ifPresent(rate -> json.add("rate", RateJson.write(rate)));
        FactsJson.limit(json, "low", test.low());
        FactsJson.limit(json, "high", test.high());
        JsonObject models = new JsonObject();
        test.models().forEach(models::addProperty);
        json.add("models", models);
        json.addProperty("seconds", test.seconds());
        return json;
    }

    private static PastRun run(Fields json) {
        return new PastRun(
                json.text("id"),
                Run.instant(json.text("ended")),
                json.objects("tests").stream().map(History::test).toList());
    }

    private static PastTest test(Fields json) {
        return new PastTest(
                json.text("test"),
                FactsJson.constant(Outcome.class, json.text("outcome")),
                json.text("claim"),
                json.has("rate") ? Optional.of(RateJson.read(json.object("rate"))) : Optional.empty(),
                FactsJson.limit(json, "low", Double.NEGATIVE_INFINITY),
                FactsJson.limit(json, "high", Double.POSITIVE_INFINITY),
                json.map("models"),
                json.number("seconds"));
    }
}
