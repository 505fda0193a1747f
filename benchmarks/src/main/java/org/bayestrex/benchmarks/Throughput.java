/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.bayestrex.engine.target.Target;

/**
 * Measures the engine on the digit models of the examples, prints tables and writes them to a section of a file. How
 * it is run, and what the figures mean, is in the module's README.
 */
public final class Throughput {

    private static final List<Target> TARGETS = List.of(HighConfidence.of(4), Ambiguous.between(8, 9));

    private final StringBuilder report = new StringBuilder();

    private Throughput() {}

    /**
     * Runs all measurements.
     *
     * @param arguments directory of the models, file to write, seconds for each search
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "needs: directory of the models, file to write, seconds for each search");
        }
        Duration limit = Duration.ofSeconds(Long.parseLong(arguments[2]));
        String report = new Throughput().run(Models.digits(Path.of(arguments[0])), limit);
        ResultsFile.replace(Path.of(arguments[1]), "throughput", report);
    }

    private String run(Models models, Duration limit) {
        tell("## The engine by itself\n\nWritten by `mvn -Pthroughput -pl benchmarks -am verify -DskipTests`.\n\n");
        tell(Machine.describe().markdown());
        tell("\nLoad average before the first measurement: " + Machine.load() + ".\n");
        try (BareLoop loop = new BareLoop(models)) {
            tell("\n### Passes through the networks, in the bare loop\n\n");
            tell(new PassCost(loop).measure().markdown());
            tell("\n### The engine on top of them: NUTS alone, 64 chains, batches of 64\n\n");
            tell(new EngineOverhead(models, loop).measure().markdown());
        }
        MethodComparison comparison = new MethodComparison(models, limit);
        for (Target target : TARGETS) {
            tell("\n### Methods on \"%s\", at most %d s each\n\n".formatted(target.describe(), limit.toSeconds()));
            tell(comparison.measure(target).markdown());
        }
        tell("\nLoad average after the last measurement: " + Machine.load() + ".\n");
        return report.toString();
    }

    /** At once, because the next part takes its time. */
    private void tell(String text) {
        System.out.print(text);
        report.append(text);
    }
}
