/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is otherwise in a run than in the one before.
 *
 * @param verdicts tests that stand elsewhere now
 * @param added names of tests that the run before did not have
 * @param gone names of those that only the run before had
 * @param models that are other files now
 */
record Changes(List<Changed> verdicts, List<String> added, List<String> gone, List<NewModel> models) {

    /**
     * A test that stands elsewhere.
     *
     * @param then in the run before
     * @param now in this one
     */
    record Changed(PastTest then, PastTest now) {}

    /**
     * A model that is another file.
     *
     * @param name of both
     * @param then SHA-256 in the run before
     * @param now SHA-256 in this one
     */
    record NewModel(String name, String then, String now) {}

    static Changes between(PastRun then, PastRun now) {
        List<Changed> verdicts = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (PastTest test : now.tests()) {
            Optional<PastTest> before = then.test(test.key());
            if (before.isEmpty()) {
                added.add(test.key());
            } else if (before.get().outcome() != test.outcome()) {
                verdicts.add(new Changed(before.get(), test));
            }
        }
        List<String> gone = then.tests().stream()
                .map(PastTest::key)
                .filter(key -> now.test(key).isEmpty())
                .toList();
        return new Changes(verdicts, added, gone, models(then, now));
    }

    boolean isNone() {
        return Stream.of(verdicts, added, gone, models).allMatch(List::isEmpty);
    }

    private static List<NewModel> models(PastRun then, PastRun now) {
        Map<String, String> before = hashes(then);
        List<NewModel> models = new ArrayList<>();
        hashes(now).forEach((name, hash) -> {
            String old = before.getOrDefault(name, hash);
            if (!old.equals(hash)) {
                models.add(new NewModel(name, old, hash));
            }
        });
        return models;
    }

    private static Map<String, String> hashes(PastRun run) {
        Map<String, String> hashes = new TreeMap<>();
        run.tests().forEach(test -> hashes.putAll(test.models()));
        return hashes;
    }
}
