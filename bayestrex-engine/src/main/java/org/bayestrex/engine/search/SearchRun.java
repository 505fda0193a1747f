/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bayestrex.engine.checkpoint.Journal;
import org.bayestrex.engine.checkpoint.Query;
import org.bayestrex.engine.density.Answer;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.GradientBatcher;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.density.Request;
import org.bayestrex.engine.model.ModelException;
import org.bayestrex.engine.sampler.Chain;
import org.bayestrex.engine.sampler.ChainPlan;
import org.bayestrex.engine.sampler.Isir;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.sampler.MixtureRounds;
import org.bayestrex.engine.sampler.PointSource;
import org.bayestrex.engine.sampler.Proposal;
import org.bayestrex.engine.sampler.State;
import org.bayestrex.engine.sampler.Step;
import org.bayestrex.engine.sampler.Trace;
import org.bayestrex.engine.search.Progress.Phase;
import org.jspecify.annotations.Nullable;

/**
 * One search on its way: pilot, then chains, then findings. Lives on the thread of its {@link SearchLoop};
 * every answer of a batcher carries it on.
 */
final class SearchRun {

    /** Progress is told at most this often. */
    private static final Duration PULSE = Duration.ofMillis(250);

    private static final int REPLAYED_AT_ONCE = 1000;

    private static final double EFFECTIVE_CANDIDATES = 3;
    private static final int FEWEST_CANDIDATES = 4;
    private static final int MOST_CANDIDATES = 32;

    private final SearchSpec spec;
    private final PairedModels models;
    private final Journal journal;
    private final ProgressListener listener;
    private final CompletableFuture<Findings> result;
    private final Posterior posterior;
    private final RandomStreams streams;
    /** Of its first chain; searches with fewer chains than slots spread over them. */
    private final int firstSlot;

    private final Pilot pilot;
    private final List<Chain> chains = new ArrayList<>();
    private final long startedAt = System.nanoTime();

    /** Questions of each stream so far. */
    private final Map<String, Long> asked = new HashMap<>();

    private final Queue<Runnable> replayed = new ArrayDeque<>();
    private final Queue<Point> inFlight = new ArrayDeque<>();
    private int points;
    private long forwards;
    private int ancestors;
    private long toldAt = startedAt;

    SearchRun(
            SearchSpec spec,
            PairedModels models,
            Journal journal,
            ProgressListener listener,
            CompletableFuture<Findings> result) {
        this.spec = spec;
        this.models = models;
        this.journal = journal;
        this.listener = listener;
        this.result = result;
        Sampling sampling = spec.sampling();
        this.posterior = new Posterior(spec.target(), sampling.sigma());
        this.streams = new RandomStreams(sampling.seed(), spec.target().describe());
        this.firstSlot = streams.stream("slot").nextInt(sampling.batch());
        this.pilot = new Pilot(models.model().latentSize(), sampling.pilot(), posterior, streams.stream("pilot"));
        tell(Phase.PILOT, 0, pilot.total());
        feed("pilot", pilot, Phase.PILOT, this::adapt);
    }

    boolean isOver() {
        return result.isDone();
    }

    /** Ends the search with what it has when its time is up. */
    void checkDeadline() {
        if (!isOver() && elapsed().compareTo(spec.sampling().deadline()) > 0) {
            finish(true);
        }
    }

    void fail(Throwable cause) {
        try {
            journal.close();
        } finally {
            result.completeExceptionally(cause);
        }
    }

    /** Keeps two batches of points waiting: enough to fill every pass, few to drop at the deadline. */
    private void feed(String stream, PointSource source, Phase phase, Runnable whenDone) {
        while (source.wantsMore() && inFlight.size() < 2 * PairedModels.FORWARD_ROWS) {
            Point point = new Point(source.next());
            inFlight.add(point);
            submit(models.forwardBatcher(), points++, stream, point.position, false, answer -> {
                point.answer = answer;
                if (pass(source)) {
                    pulse(phase, source.answered(), source.total());
                    if (source.isDone()) {
                        whenDone.run();
                    } else {
                        feed(stream, source, phase, whenDone);
                    }
                }
            });
        }
    }

    /** Hands on the answers whose turn it is: a source is answered in the order of its points. */
    private boolean pass(PointSource source) {
        boolean passed = false;
        for (Point next = inFlight.peek(); next != null && next.answer != null; next = inFlight.peek()) {
            inFlight.remove();
            source.answer(next.position, next.answer);
            forwards++;
            passed = true;
        }
        return passed;
    }

    /** An independent point that waits for its answer, or for the answers of those before it. */
    private static final class Point {

        private final double[] position;
        private @Nullable Evaluation answer;

        Point(double[] position) {
            this.position = position;
        }
    }

    private void adapt() {
        if (pilot.broken() == pilot.answered()) {
            fail(new ModelException(
                    "%s gave NaN at every one of %,d draws of the prior (seed %d): nothing can be searched"
                            .formatted(
                                    models.model().name(),
                                    pilot.answered(),
                                    spec.sampling().seed())));
            return;
        }
        boolean adapts = spec.sampling().method() == Method.AUTO;
        MixtureRounds rounds = new MixtureRounds(pilot.draws(), posterior::distance, adapts, streams.stream("mixture"));
        if (rounds.isDone()) {
            startChains(rounds);
        } else {
            feed("mixture", rounds, Phase.ADAPTATION, () -> startChains(rounds));
        }
    }

    private void startChains(MixtureRounds rounds) {
        Sampling sampling = spec.sampling();
        if (rounds.effectiveSize() == 0) {
            fail(new ModelException(
                    "The search for %s has nowhere to start: the target's likelihood is zero at every one of %,d draws (seed %d)"
                            .formatted(spec.describe(), forwards, sampling.seed())));
            return;
        }
        ChainPlan plan = new ChainPlan(sampling.method(), sampling.warmup(), sampling.draws(), rounds.variance())
                .withGlobal(globalMove(rounds));
        List<State> starts = rounds.starts(sampling.chains(), streams.stream("starts"));
        for (int i = 0; i < sampling.chains(); i++) {
            chains.add(new Chain(i, starts.get(i), plan, streams.stream("chain " + i)));
        }
        ancestors = new HashSet<>(starts).size();
        chains.forEach(this::ask);
    }

    /** As many candidates as hold about three effective ones. */
    private static @Nullable Isir globalMove(MixtureRounds rounds) {
        Proposal proposal = rounds.proposal();
        if (proposal == null) {
            return null;
        }
        int candidates = (int) Math.ceil(EFFECTIVE_CANDIDATES / rounds.efficiency());
        return new Isir(proposal, Math.max(FEWEST_CANDIDATES, Math.min(MOST_CANDIDATES, candidates)));
    }

    private void ask(Chain chain) {
        Step.Evaluate asked = chain.pending();
        if (asked == null) {
            if (chains.stream().allMatch(Chain::isDone)) {
                finish(false);
            }
            return;
        }
        int slot = firstSlot + chain.index();
        String stream = "chain " + chain.index();
        submit(models.batcher(spec.sampling().batch()), slot, stream, asked.position(), asked.gradient(), answer -> {
            chain.resume(answer);
            pulseChains();
            ask(chain);
        });
    }

    private void submit(
            GradientBatcher batcher,
            int slot,
            String stream,
            double[] position,
            boolean gradient,
            Consumer<Evaluation> answer) {
        Query query = new Query(stream, asked.merge(stream, 1L, Long::sum) - 1, position, gradient);
        Answer known = journal.recall(query);
        if (known != null) {
            replayed.add(() -> answer.accept(posterior.evaluation(position, known)));
            return;
        }
        batcher.submit(new Request(
                slot,
                position,
                gradient,
                posterior,
                evaluation -> {
                    if (!isOver()) {
                        proceed(() -> answer.accept(evaluation));
                    }
                },
                failure -> fail(new ModelException(
                        "The search for %s failed (seed %d): %s"
                                .formatted(spec.describe(), spec.sampling().seed(), failure.getMessage()),
                        failure)),
                raw -> {
                    if (!isOver()) {
                        journal.record(query, raw);
                    }
                }));
    }

    /** Goes on with answers that the journal knew; a part of them, so that deadlines and commands get their turn. */
    void replay() {
        for (int i = 0; i < REPLAYED_AT_ONCE && !isOver() && !replayed.isEmpty(); i++) {
            proceed(replayed.remove());
        }
    }

    private void proceed(Runnable answer) {
        try {
            answer.run();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void finish(boolean deadline) {
        List<Trace> traces = chains.stream().map(Chain::trace).toList();
        try {
            tell(Phase.SUMMARY, 0, 1);
            journal.close(); // before anybody who waits for the findings may open it
            result.complete(
                    new Summary(spec, posterior, pilot, traces, ancestors, forwards, deadline).findings(this::elapsed));
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private void pulseChains() {
        if (System.nanoTime() - toldAt < PULSE.toNanos()) {
            return;
        }
        long done = chains.stream().mapToLong(Chain::completedIterations).sum();
        Sampling sampling = spec.sampling();
        long warmup = (long) sampling.chains() * sampling.warmup();
        long total = warmup + (long) sampling.chains() * sampling.draws();
        pulse(done < warmup ? Phase.WARM_UP : Phase.SAMPLING, done, total);
    }

    private void pulse(Phase phase, long done, long total) {
        if (System.nanoTime() - toldAt >= PULSE.toNanos()) {
            tell(phase, done, total);
        }
    }

    private void tell(Phase phase, long done, long total) {
        toldAt = System.nanoTime();
        listener.onProgress(new Progress(spec.describe(), phase, done, total, elapsed()));
    }
}
