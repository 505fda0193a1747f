/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bayestrex.engine.model.ModelIdentity;
import org.bayestrex.junit.report.page.Html;
import org.bayestrex.junit.report.page.Numbers;
import org.bayestrex.junit.report.page.Tables;

/** What was tested, with what, and how long it took. */
final class Circumstances {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Circumstances() {}

    static String html(Run run) {
        return models(run) + run(run);
    }

    static String time(Instant instant) {
        return MINUTES.format(instant);
    }

    /** The models, each once, with all the roles that it had. */
    static Map<ModelIdentity, String> models(List<TestFacts> tests) {
        Map<ModelIdentity, TreeSet<String>> roles = new LinkedHashMap<>();
        for (TestFacts test : tests) {
            test.models()
                    .forEach((role, model) -> roles.computeIfAbsent(model, each -> new TreeSet<>())
                            .add(role));
        }
        Map<ModelIdentity, String> models = new LinkedHashMap<>();
        roles.forEach((model, names) -> models.put(model, String.join(", ", names)));
        return models;
    }

    private static String models(Run run) {
        Map<ModelIdentity, String> models = models(run.tests());
        if (models.isEmpty()) {
            return "";
        }
        List<String> rows = new ArrayList<>();
        models.forEach(
                (model, roles) -> rows.add(Tables.row(Html.escape(model.name()), Html.escape(roles), identity(model))));
        return Tables.heading("Models")
                + Tables.table(List.of("File", "Role", "SHA-256"), rows)
                + Tables.caption(
                        "All that stands above is evidence about these files alone: the one that is released has this hash.");
    }

    /** The short hash; all of it, and what else the model depends on, on demand. */
    private static String identity(ModelIdentity model) {
        return model.sha256()
                .map(hash -> "<details><summary style=\"cursor:pointer;display:list-item\">"
                        + ChangesList.shortHash(hash) + "</summary>"
                        + Html.element("span", "overflow-wrap:anywhere", Html.escape(model.fingerprint()))
                        + "</details>")
                .orElse(model.fingerprint().isEmpty() ? "no file, or not known" : Html.escape(model.fingerprint()));
    }

    private static String run(Run run) {
        List<String> rows = new ArrayList<>();
        rows.add(Tables.fact(
                "Time",
                time(run.began()) + ", " + Numbers.time(Duration.between(run.began(), run.ended())),
                "from the first test's start to the last one's end"));
        long evaluations =
                run.tests().stream().mapToLong(TestFacts::evaluations).sum();
        rows.add(Tables.fact("Evaluations", Numbers.count(evaluations), "of models, by all searches"));
        rows.add(Tables.fact("Seeds", seeds(run), "the same seeds and models give the same findings"));
        run.environment().forEach((name, value) -> rows.add(Tables.fact(name, value, "")));
        return Tables.heading("Seeds, versions, time") + Tables.table(List.of(), rows);
    }

    static String seeds(Run run) {
        String seeds = run.tests().stream()
                .filter(test -> !test.models().isEmpty())
                .map(test -> Long.toString(test.seed()))
                .distinct()
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(10)
                .collect(Collectors.joining(", "));
        return seeds.isEmpty() ? "none" : seeds;
    }
}
