/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.benchmarks;

import java.time.Duration;
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

/** Searches of this engine, one method alone. */
final class EngineRuns {

    /** NUTS alone would not leave its default warm-up within a benchmark's time; AUTO's length does for step sizes. */
    private static final int SHORT_WARM_UP = Sampling.of(Method.AUTO).warmup();

    private EngineRuns() {}

    /**
     * A search and how it went.
     *
     * @param run figures of the draws
     * @param findings what the search itself says of them
     */
    record Searched(MethodRun run, Findings findings) {}

    /** With models of its own, so that no method finds them warm. */
    static Searched search(Scenario scenario, Method method, double seconds) {
        Sampling sampling = Sampling.of(method).withDeadline(Duration.ofMillis((long) (1000 * seconds)));
        SamplingBegins begins = new SamplingBegins();
        try (Classifier classifier = scenario.models().classifier();
                DataDistribution generator = scenario.models().generator()) {
            Findings findings = Search.of(classifier, generator)
                    .target(scenario.target())
                    .sampling(method == Method.NUTS ? sampling.withWarmup(SHORT_WARM_UP) : sampling)
                    .progress(begins)
                    .run();
            return new Searched(run(method, findings, begins), findings);
        }
    }

    private static MethodRun run(Method method, Findings findings, SamplingBegins begins) {
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
                method.name(),
                samples.isEmpty() ? findings.spec().sampling().chains() : chains,
                warmup,
                seconds - warmup,
                Double.NaN,
                findings.spec().sampling().warmup(),
                findings.evaluations(),
                samples.isEmpty()
                        ? Double.POSITIVE_INFINITY
                        : findings.diagnostics().minBulkEss(),
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
                samples = progress.phase() == Progress.Phase.SAMPLING;
            }
        }
    }
}
