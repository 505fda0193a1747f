/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.bayestrex.engine.file.AtomicFile;
import org.bayestrex.engine.json.Fields;
import org.bayestrex.junit.report.ComparisonReport;
import org.bayestrex.junit.report.Publisher;
import org.bayestrex.junit.report.ReportSink;
import org.bayestrex.junit.report.TestReport;

/**
 * Tells JUnit the verdict and the rates of each test, as report entries, and leaves {@code facts.json} in the test's folder, of
 * which the run's page is made after the last test.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RunSink implements ReportSink {

    /** The entry that says where the facts are. */
    public static final String FACTS = "bayestrex.facts";

    /** For {@link java.util.ServiceLoader}. */
    public RunSink() {}

    @Override
    public void publish(TestReport report) {
        tell(Gathered.of(report), report.outputDirectory(), report.publisher());
    }

    @Override
    public void publish(ComparisonReport report) {
        tell(Gathered.of(report), report.outputDirectory(), report.publisher());
    }

    private static void tell(TestFacts facts, Path folder, Publisher publisher) {
        Path file = folder.resolve("facts.json");
        try {
            Files.createDirectories(folder);
            AtomicFile.write(file, Fields.print(FactsJson.write(facts)));
        } catch (IOException e) {
            throw new UncheckedIOException("The facts of " + facts.test() + " cannot be written to " + folder, e);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("bayestrex.verdict", facts.outcome().word());
        facts.claims()
                .forEach(check -> entries.put(
                        "bayestrex.claim: " + check.claim(),
                        check.verdict() + ", measured " + check.rate().toString()));
        facts.rates().forEach((name, rate) -> {
            if (!rate.isUnknown()) {
                entries.put("bayestrex." + name.replace(' ', '-'), rate.toString());
            }
        });
        entries.put("bayestrex.seed", Long.toString(facts.seed()));
        entries.put(FACTS, file.toString());
        publisher.entries(entries);
    }
}
