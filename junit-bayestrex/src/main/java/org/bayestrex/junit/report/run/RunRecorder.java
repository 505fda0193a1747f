/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.engine.json.MalformedJsonException;
import org.bayestrex.junit.report.Outcome;

/** Gathers what became of each test of a test plan, and leaves the run's page when the plan is over. Thread-safe. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RunRecorder {

    private final Map<String, TestFacts> tests = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Instant began = Instant.now();

    /** What JUnit says of a test. */
    public enum Result {
        /** It passed. */
        PASSED,
        /** It ended without a verdict. */
        ABORTED,
        /** It failed. */
        FAILED
    }

    /** Begins a run now. */
    public RunRecorder() {}

    /** A test has left its facts, see {@link RunSink}. */
    public synchronized void facts(String id, Path file) {
        try {
            tests.put(id, FactsJson.read(Fields.parse(Files.readString(file), FactsJson.SCHEMA_VERSION)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(file + " has just been written, but: " + e.getMessage(), e);
        }
    }

    /**
     * A test has ended.
     *
     * @param reason the first line of what it failed with; empty where there is none
     */
    public synchronized void ended(String id, String test, String invocation, Result result, String reason) {
        TestFacts facts = tests.get(id);
        switch (result) {
            case PASSED -> {
                if (facts == null) {
                    tests.put(id, TestFacts.without(test, invocation, Outcome.UNCHECKED, ""));
                }
            }
            case ABORTED -> {
                if (facts == null) {
                    tests.put(id, TestFacts.without(test, invocation, Outcome.SKIPPED, reason));
                } else if (facts.outcome() != Outcome.INCONCLUSIVE) {
                    tests.put(id, facts.outcome(Outcome.SKIPPED, reason));
                }
            }
            case FAILED -> {
                if (facts == null) {
                    tests.put(id, TestFacts.without(test, invocation, Outcome.BROKEN, reason));
                } else if (!facts.outcome().stops()) {
                    tests.put(id, facts.outcome(Outcome.FAIL, reason));
                }
            }
        }
    }

    /** A test did not run. */
    public synchronized void skipped(String id, String test, String reason) {
        tests.put(id, TestFacts.without(test, "", Outcome.SKIPPED, reason));
    }

    /** The run as a whole has failed. */
    public synchronized void problem(String sentence) {
        problems.add(sentence);
    }

    /** Whether there is nothing to show. */
    public synchronized boolean isEmpty() {
        return tests.isEmpty();
    }

    /**
     * Writes the run's files, and shows it in Allure where that is there.
     *
     * @param jvm tells this JVM from others, other runs' included
     * @param environment versions and the machine
     * @param folder the output directory
     * @param historyFolder where the history of runs is
     */
    public synchronized void write(String jvm, Map<String, String> environment, Path folder, Path historyFolder) {
        Run plan = new Run(jvm, began, Instant.now(), environment, List.copyOf(tests.values()), problems);
        try {
            RunFiles.Written written = new RunFiles(folder, historyFolder).write(plan);
            new RunInAllure().show(written.run(), written.before());
        } catch (IOException e) {
            throw new UncheckedIOException("The run's page cannot be written to " + folder, e);
        }
    }
}
