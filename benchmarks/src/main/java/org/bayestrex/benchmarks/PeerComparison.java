/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bayestrex.benchmarks.EngineRuns.Searched;
import org.bayestrex.benchmarks.PriorDraws.Weighted;
import org.bayestrex.benchmarks.Scenario.Company;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.Ambiguous;
import org.bayestrex.engine.target.HighConfidence;
import org.jspecify.annotations.Nullable;

/**
 * This engine beside Pyro, NumPyro and BlackJAX: the same networks, the same posteriors, the same machine, one run.
 * How it is run, and what the figures mean, is in the module's README.
 */
public final class PeerComparison {

    private static final String COMMAND = "mvn -Ppeers -pl benchmarks -am verify -DskipTests";
    private static final List<String> PEERS = List.of("pyro_nuts", "numpyro_nuts", "blackjax_nuts");
    private static final List<String> PEERS_OF_SEVERAL_CHAINS = List.of("numpyro_nuts", "blackjax_nuts");
    private static final int SEVERAL = 8;

    private final Settings settings;
    private final PeerRuns peers;
    private final PriorDraws priorDraws;
    private final Table masses =
            new Table("target", "mass by AUTO", "interval", "upper / lower", "seconds", "of prior draws", "in them");
    private final StringBuilder report = new StringBuilder();

    private PeerComparison(Settings settings, PeerRuns peers, PriorDraws priorDraws) {
        this.settings = settings;
        this.peers = peers;
        this.priorDraws = priorDraws;
    }

    /**
     * What the command line says.
     *
     * @param models directory of the models
     * @param results file to write a section of
     * @param scripts directory of the peers' scripts
     * @param work directory for files of this run
     * @param python an interpreter that has the peers; empty for one that is made
     * @param seconds that a method usually gets
     * @param priorDraws how many prior draws the means are compared with
     */
    private record Settings(
            Path models, Path results, Path scripts, Path work, String python, double seconds, int priorDraws) {

        static Settings of(String[] arguments) {
            if (arguments.length != 7) {
                throw new IllegalArgumentException(
                        "needs: directory of the models, file to write, directory of the scripts, working directory,"
                                + " Python or nothing, seconds for each run, prior draws; but got "
                                + Arrays.toString(arguments));
            }
            return new Settings(
                    Path.of(arguments[0]).toAbsolutePath().normalize(),
                    Path.of(arguments[1]),
                    Path.of(arguments[2]),
                    Path.of(arguments[3]),
                    arguments[4],
                    Double.parseDouble(arguments[5]),
                    Integer.parseInt(arguments[6]));
        }

        Models digits() {
            return Models.digits(models);
        }
    }

    /**
     * Runs everything and writes a section of the results.
     *
     * @param arguments directory of the models, file to write, directory of the scripts, working directory, Python
     *     (empty: one is made), seconds for each run, prior draws
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Settings settings = Settings.of(arguments);
        Files.createDirectories(settings.work());
        Path python = settings.python().isEmpty()
                ? PythonEnvironment.in(
                        settings.work().resolve("venv"), settings.scripts().resolve("requirements.txt"))
                : Path.of(settings.python());
        PeerRuns peers = new PeerRuns(settings.scripts(), python, settings.work());
        PriorDraws priorDraws = PriorDraws.of(settings.digits(), settings.priorDraws());
        String report = new PeerComparison(settings, peers, priorDraws).run();
        ResultsFile.replace(settings.results(), "peers", report);
    }

    private List<Scenario> scenarios() {
        Models digits = settings.digits();
        Models withoutTwo = Models.digits(settings.models(), "mnist-vae-without-2", 5);
        Models wide = Models.digits(settings.models(), "mnist-vae-64", 64);
        return List.of(
                new Scenario(digits, HighConfidence.of(4), "confident:4", Company.SEVERAL_CHAINS, 1),
                new Scenario(digits, Ambiguous.between(8, 9), "ambiguous:8,9", Company.SEVERAL_CHAINS, 2.5),
                new Scenario(digits, Ambiguous.uniform(), "ambiguous:", Company.SINGLE_CHAINS, .25),
                new Scenario(withoutTwo, HighConfidence.of(2), "confident:2", Company.SINGLE_CHAINS, .25),
                new Scenario(digits, Ambiguous.between(2, 4, 8, 9), "ambiguous:2,4,8,9", Company.SINGLE_CHAINS, .25),
                new Scenario(wide, HighConfidence.of(4), "confident:4", Company.NUTS, 1));
    }

    private String run() {
        tell("## Side by side with Pyro, NumPyro and BlackJAX\n\nWritten by `%s`, %.0f s for a usual run.\n\n"
                .formatted(COMMAND, settings.seconds()));
        tell(Machine.describe().markdown());
        tell("\nLoad average before the first run: " + Machine.load() + ".\n");
        for (Scenario scenario : scenarios()) {
            tell("\n### " + scenario.title() + "\n\n");
            tell(compare(scenario));
        }
        tell("\n### How rare: the mass of the level set\n\n");
        tell(masses.markdown());
        tell("\nPeers: " + String.join(", ", peers.versions()) + ".\n");
        tell("\nLoad average after the last run: " + Machine.load() + ".\n");
        return report.toString();
    }

    private String compare(Scenario scenario) {
        Weighted weighted = reference(scenario);
        List<MethodRun> runs = new ArrayList<>();
        for (Method method : Method.values()) {
            if (scenario.wants(method)) {
                runs.add(engine(scenario, method, weighted));
            }
        }
        if (scenario.company() != Company.NUTS) {
            double seconds = scenario.secondsForNuts(settings.seconds());
            PEERS.forEach(peer -> peers.run(scenario, peer, 1, seconds).ifPresent(runs::add));
        }
        if (scenario.company() == Company.SEVERAL_CHAINS) {
            PEERS_OF_SEVERAL_CHAINS.forEach(peer ->
                    peers.run(scenario, peer, SEVERAL, settings.seconds()).ifPresent(runs::add));
        }
        return new ComparisonTable(runs, run -> weighted == null ? Double.NaN : weighted.disagreement(run)).markdown();
    }

    private MethodRun engine(Scenario scenario, Method method, @Nullable Weighted weighted) {
        Searched searched = EngineRuns.search(scenario, method, scenario.seconds(method, settings.seconds()));
        if (method == Method.AUTO) {
            mass(scenario, searched, weighted);
        }
        return searched.run();
    }

    private void mass(Scenario scenario, Searched searched, @Nullable Weighted weighted) {
        Rate mass = searched.findings().levelSetMass();
        masses.row(
                scenario.title(),
                number("%.3g", mass.estimate()),
                number("%.3g", mass.lower()) + " to " + number("%.3g", mass.upper()),
                mass.lower() > 0 ? number("%.2f", mass.upper() / mass.lower()) : "none",
                number("%.1f", searched.run().seconds()),
                weighted == null ? "none" : String.format(Locale.ROOT, "%,d", weighted.size()),
                weighted == null ? "none" : String.format(Locale.ROOT, "%,d", weighted.hits()));
    }

    /** The prior draws are of one generator; targets on others have none. */
    private @Nullable Weighted reference(Scenario scenario) {
        return Optional.of(scenario)
                .filter(candidate -> candidate.models().equals(settings.digits()))
                .map(candidate -> priorDraws.weighted(candidate.target(), .05))
                .orElse(null);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, format, value);
    }

    /** At once, because the next part takes its time. */
    private void tell(String text) {
        System.out.print(text);
        report.append(text);
    }
}
