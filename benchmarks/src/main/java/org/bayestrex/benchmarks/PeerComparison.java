/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bayestrex.benchmarks.EngineRuns.Searched;
import org.bayestrex.benchmarks.PriorDraws.Weighted;
import org.bayestrex.benchmarks.Scenario.Company;
import org.bayestrex.engine.model.ModelException;
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
    /** A level set at 99.8 % and more: rarer than one in a hundred million. */
    private static final double SHARP = .001;

    private final PeerSettings settings;
    private final PeerRuns peers;
    private final PriorDraws priorDraws;
    private final MassTable masses = new MassTable();
    private final StringBuilder report = new StringBuilder();

    private PeerComparison(PeerSettings settings, PeerRuns peers, PriorDraws priorDraws) {
        this.settings = settings;
        this.peers = peers;
        this.priorDraws = priorDraws;
    }

    /**
     * Runs everything and writes a section of the results.
     *
     * @param arguments directory of the models, file to write, directory of the scripts, working directory, Python
     *     (empty: one is made), seconds for each run, prior draws, the posterior that is wanted (empty: all)
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PeerSettings settings = PeerSettings.of(arguments);
        Files.createDirectories(settings.work());
        Path python = settings.python().isEmpty()
                ? PythonEnvironment.in(
                        settings.work().resolve("venv"), settings.scripts().resolve("requirements.txt"))
                : Path.of(settings.python());
        PeerRuns peers = new PeerRuns(settings.scripts(), python, settings.work());
        PriorDraws priorDraws = PriorDraws.of(settings.digits(), settings.priorDraws());
        String report = new PeerComparison(settings, peers, priorDraws).run();
        ResultsFile.replace(settings.results(), settings.section(), report);
    }

    private List<Scenario> scenarios() {
        Models digits = settings.digits();
        Models withoutTwo = Models.digits(settings.models(), "mnist-vae-without-2", 5);
        Models wide = Models.digits(settings.models(), "mnist-vae-64", 64);
        return List.of(
                new Scenario(digits, HighConfidence.of(4), "confident:4", Company.SEVERAL_CHAINS, 2.5),
                new Scenario(digits, Ambiguous.between(8, 9), "ambiguous:8,9", Company.SEVERAL_CHAINS, 2.5),
                new Scenario(digits, Ambiguous.uniform(), "ambiguous:", Company.SINGLE_CHAINS, .25),
                new Scenario(withoutTwo, HighConfidence.of(2), "confident:2", Company.SINGLE_CHAINS, .25),
                new Scenario(digits, Ambiguous.between(2, 4, 8, 9), "ambiguous:2,4,8,9", Company.SINGLE_CHAINS, .25),
                new Scenario(digits, Ambiguous.between(1, 3, 4, 8), "ambiguous:1,3,4,8", Company.NOBODY, 1),
                new Scenario(withoutTwo, HighConfidence.of(2), "confident:2", SHARP, Company.NOBODY, 1),
                new Scenario(wide, HighConfidence.of(4), "confident:4", Company.NUTS, 3));
    }

    private String run() {
        tell("## Side by side with Pyro, NumPyro and BlackJAX\n\nWritten by `%s`, %.0f s for a usual run.\n\n"
                .formatted(
                        settings.only().isEmpty() ? COMMAND : COMMAND + " -Dpeers.only=" + settings.only(),
                        settings.seconds()));
        tell(Machine.describe().markdown());
        tell("\nLoad average before the first run: " + Machine.load() + ".\n");
        for (Scenario scenario : scenarios().stream().filter(settings::wants).toList()) {
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
        if (scenario.wantsPeers()) {
            engine(
                            EngineRuns.QUICK,
                            () -> EngineRuns.quick(scenario, scenario.seconds(Method.AUTO, settings.seconds())))
                    .ifPresent(searched -> runs.add(searched.run()));
        }
        for (Method method : Method.values()) {
            if (scenario.wants(method)) {
                double seconds = scenario.seconds(method, settings.seconds());
                Optional<Searched> searched = engine(method.name(), () -> EngineRuns.search(scenario, method, seconds));
                searched.ifPresent(each -> runs.add(each.run()));
                if (method == Method.AUTO) {
                    searched.ifPresent(each -> masses.row(scenario, each, weighted));
                }
            }
        }
        if (scenario.wantsPeers()) {
            double seconds = scenario.secondsForNuts(settings.seconds());
            PEERS.forEach(peer -> peers.run(scenario, peer, 1, seconds).ifPresent(runs::add));
        }
        if (scenario.company() == Company.SEVERAL_CHAINS) {
            PEERS_OF_SEVERAL_CHAINS.forEach(peer ->
                    peers.run(scenario, peer, SEVERAL, settings.seconds()).ifPresent(runs::add));
        }
        return new ComparisonTable(runs, run -> weighted == null ? Double.NaN : weighted.disagreement(run)).markdown();
    }

    /** Empty, with the reason on the console, where the search failed: the other runs are worth having. */
    private static Optional<Searched> engine(String name, Supplier<Searched> search) {
        try {
            return Optional.of(search.get());
        } catch (ModelException e) {
            System.err.printf("%s failed: %s%n", name, e.getMessage());
            return Optional.empty();
        }
    }

    /** The prior draws are of one generator; targets on others have none. */
    private @Nullable Weighted reference(Scenario scenario) {
        return Optional.of(scenario)
                .filter(candidate -> candidate.models().equals(settings.digits()))
                .map(candidate -> priorDraws.weighted(candidate.target(), candidate.sigma()))
                .orElse(null);
    }

    /** At once, because the next part takes its time. */
    private void tell(String text) {
        System.out.print(text);
        report.append(text);
    }
}
