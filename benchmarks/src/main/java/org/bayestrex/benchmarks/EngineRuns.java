/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Progress;
import org.bayestrex.engine.search.ProgressListener;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.search.Search;
import org.bayestrex.engine.target.HighConfidence;

/** Searches of this engine, one method alone. */
final class EngineRuns {

    /** Batches of more points cost less a point, and these chains learn together in fewer iterations. */
    private static final int CHAINS_OF_NUTS = 64;

    /** The peers have 150; NUTS alone would not leave its default warm-up within a benchmark's time. */
    private static final int WARM_UP_OF_NUTS = 60;

    /** What a search is called that wants no more than the goal. */
    static final String QUICK = "AUTO, quick";

    private static final int QUICK_SEARCHES = 5;
    /** A search that takes longer is done once. */
    private static final double SHORT_SECONDS = 10;

    private EngineRuns() {}

    /**
     * A search and how it went.
     *
     * @param run figures of the draws
     * @param findings what the search itself says of them
     */
    record Searched(MethodRun run, Findings findings) {}

    /** One method with its defaults, but for the chains and the warm-up of NUTS. */
    static Searched search(Scenario scenario, Method method, double seconds) {
        Sampling sampling = Sampling.of(method);
        return search(
                scenario,
                method.name(),
                method == Method.NUTS ? sampling.withChains(CHAINS_OF_NUTS).withWarmup(WARM_UP_OF_NUTS) : sampling,
                1,
                seconds);
    }

    /**
     * AUTO for four times the goal's draws, from a small pilot: what a search costs that wants no more. So short a
     * search is done with five seeds, if it is short, and the one of the middle time stands for them.
     */
    static Searched quick(Scenario scenario, double seconds) {
        return search(scenario, QUICK, shortSampling(), QUICK_SEARCHES, seconds);
    }

    private static Sampling shortSampling() {
        return Sampling.of(Method.AUTO)
                .withChains(8)
                .withDraws(4 * MethodRun.GOAL / 8)
                .withPilot(1024);
    }

    /** After a search that does not count, for the peers are compiled before their clocks start. */
    private static Searched search(Scenario scenario, String name, Sampling sampling, int times, double seconds) {
        try (Classifier classifier = scenario.models().classifier();
                DataDistribution generator = scenario.models().generator()) {
            Search.of(classifier, generator)
                    .target(HighConfidence.of(0))
                    .sampling(shortSampling())
                    .run();
            List<Searched> searches = new ArrayList<>();
            do {
                SamplingBegins begins = new SamplingBegins();
                Findings findings = Search.of(classifier, generator)
                        .target(scenario.target())
                        .sampling(sampling.withSigma(scenario.sigma())
                                .withSeed(sampling.seed() + searches.size())
                                .withDeadline(Duration.ofMillis((long) (1000 * seconds))))
                        .progress(begins)
                        .run();
                searches.add(new Searched(run(name, findings, begins), findings));
            } while (searches.size() < times && searches.get(0).run().seconds() < SHORT_SECONDS);
            searches.sort(Comparator.comparingDouble(each -> each.run().seconds()));
            return searches.get(searches.size() / 2);
        }
    }

    private static MethodRun run(String name, Findings findings, SamplingBegins begins) {
        List<Sample> samples = findings.samples();
        int chains = 1 + samples.stream().mapToInt(Sample::chain).max().orElse(0);
        List<List<Sample>> byChain = IntStream.range(0, chains)
                .mapToObj(chain -> samples.stream()
                        .filter(sample -> sample.chain() == chain)
                        .toList())
                .toList();
        double seconds = findings.elapsed().toNanos() / 1e9;
        double warmup = samples.isEmpty() ? seconds : Math.min(seconds, begins.seconds);
        return new MethodRun(
                name,
                samples.isEmpty() ? findings.spec().sampling().chains() : chains,
                warmup,
                seconds - warmup,
                Double.NaN,
                findings.spec().sampling().warmup(),
                findings.evaluations(),
                samples.isEmpty()
                        ? Double.POSITIVE_INFINITY
                        : findings.diagnostics().minBulkEss(),
                findings.spec().sampling().method().isWeighted(),
                byChain.stream()
                        .map(chain -> chain.stream().map(Sample::latent).toArray(double[][]::new))
                        .toArray(double[][][]::new),
                byChain.stream()
                        .map(chain ->
                                chain.stream().mapToDouble(Sample::logDensity).toArray())
                        .toArray(double[][]::new));
    }

    /** Notes when the warm-up is over, to about a quarter of a second: searches are heard of that often. */
    private static final class SamplingBegins implements ProgressListener {

        private volatile double seconds;
        private volatile boolean samples;

        @Override
        public void onProgress(Progress progress) {
            if (!samples && progress.phase() != Progress.Phase.SUMMARY) {
                seconds = progress.elapsed().toNanos() / 1e9;
                samples = progress.phase() == Progress.Phase.SAMPLING
                        || progress.phase() == Progress.Phase.WEIGHTED_DRAWS;
            }
        }
    }
}
