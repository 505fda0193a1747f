/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.junit.report.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bayestrex.engine.file.AtomicFile;
import org.bayestrex.engine.json.MalformedJsonException;

/**
 * The files of a run in the output directory: {@code overview.html}, {@code run.json} and, for Allure, {@code
 * environment.properties}.
 *
 * @param folder the output directory
 * @param historyFolder where the history of runs is
 */
record RunFiles(Path folder, Path historyFolder) {

    /**
     * A run and those before it.
     *
     * @param run with what the same JVM ran before
     * @param before the runs of other JVMs
     */
    record Written(Run run, History before) {}

    /** Writes all of them. Several test plans of one JVM make one run. */
    Written write(Run plan) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("run.json");
        Run run = earlier(file, plan).sorted();
        AtomicFile.write(file, run.toJson());
        History before = new HistoryFile(historyFolder).add(PastRun.of(run));
        AtomicFile.write(folder.resolve("overview.html"), out -> {
            Writer writer = new OutputStreamWriter(out, UTF_8);
            new RunPage(run, before, folder).write(writer);
            writer.flush();
        });
        AtomicFile.write(folder.resolve("environment.properties"), EnvironmentFile.of(run));
        return new Written(run, before);
    }

    private static Run earlier(Path file, Run plan) throws IOException {
        if (!Files.exists(file)) {
            return plan;
        }
        try {
            Run earlier = Run.read(Files.readString(file));
            return earlier.id().equals(plan.id()) ? plan.after(earlier) : plan;
        } catch (MalformedJsonException e) {
            return plan; // of another version, and about to be replaced
        }
    }
}
