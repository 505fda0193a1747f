/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.engine.json.MalformedJsonException;
import org.bayestrex.junit.report.Outcome;

/**
 * What a run came to: all search tests of one JVM.
 *
 * @param id of the JVM, another one in each run
 * @param began when the first test did
 * @param ended when the last one did
 * @param environment versions and the machine, by name
 * @param tests in the order in which they ended
 * @param problems of the run as a whole, such as gates that do not pass when their number is allowed for
 */
record Run(
        String id,
        Instant began,
        Instant ended,
        Map<String, String> environment,
        List<TestFacts> tests,
        List<String> problems) {

    private static final int SCHEMA_VERSION = 1;

    Run {
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }

    /** Those that stand like this. */
    List<TestFacts> with(Outcome outcome) {
        return tests.stream().filter(test -> test.outcome() == outcome).toList();
    }

    /** This run and what went before it in the same JVM; a test that ran again has its later result. */
    Run after(Run earlier) {
        Map<String, TestFacts> merged = new LinkedHashMap<>();
        earlier.tests().forEach(test -> merged.put(test.key(), test));
        tests.forEach(test -> merged.put(test.key(), test));
        List<String> all = new ArrayList<>(earlier.problems());
        problems.stream().filter(problem -> !all.contains(problem)).forEach(all::add);
        Instant first = earlier.began().isBefore(began) ? earlier.began() : began;
        return new Run(id, first, ended, environment, List.copyOf(merged.values()), all);
    }

    /** The same with the tests by name, as they are shown. */
    Run sorted() {
        List<TestFacts> byName = new ArrayList<>(tests);
        byName.sort(Comparator.comparing(TestFacts::test)); // stable: invocations stay in their order
        return new Run(id, began, ended, environment, byName, problems);
    }

    String toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.addProperty("id", id);
        json.addProperty("began", began.toString());
        json.addProperty("ended", ended.toString());
        JsonObject names = new JsonObject();
        environment.forEach(names::addProperty);
        json.add("environment", names);
        JsonArray all = new JsonArray();
        tests.forEach(test -> all.add(FactsJson.write(test)));
        json.add("tests", all);
        JsonArray sentences = new JsonArray();
        problems.forEach(sentences::add);
        json.add("problems", sentences);
        return Fields.print(json);
    }

    /**
     * And back.
     *
     * @throws MalformedJsonException when it is none
     */
    static Run read(String text) {
        Fields json = Fields.parse(text, SCHEMA_VERSION);
        return new Run(
                json.text("id"),
                instant(json.text("began")),
                instant(json.text("ended")),
                json.map("environment"),
                json.objects("tests").stream().map(FactsJson::read).toList(),
                json.texts("problems"));
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedJsonException("\"" + text + "\" is no time");
        }
    }
}
