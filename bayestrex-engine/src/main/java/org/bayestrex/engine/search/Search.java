/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.rate.Gate;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.sampler.Method;
import org.bayestrex.engine.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * A search in one expression:
 *
 * <pre>{@code
 * Findings findings = Search.of(classifier, digits).target(HighConfidence.of(4)).chains(16).draws(500).seed(7).run();
 * }</pre>
 */
public final class Search {

    private final Classifier classifier;
    private final DataDistribution distribution;
    private @Nullable Target target;
    private Sampling sampling = Sampling.DEFAULT;
    private List<LabelOracle> oracles = List.of();
    private Gates gates = Gates.NONE;
    private ProgressListener listener = ProgressListener.SILENT;
    private @Nullable Path checkpoint;
    private FindingsCache cache = FindingsCache.none();

    private Search(Classifier classifier, DataDistribution distribution) {
        this.classifier = classifier;
        this.distribution = distribution;
    }

    /** Begins to describe a search of a distribution for predictions of a classifier; both stay the caller's to close. */
    public static Search of(Classifier classifier, DataDistribution distribution) {
        return new Search(classifier, distribution);
    }

    /** Which prediction is looked for; required. */
    public Search target(Target value) {
        target = value;
        return this;
    }

    /** How it is looked for, all settings at once. */
    public Search sampling(Sampling value) {
        sampling = value;
        return this;
    }

    /** How draws are made; a warm-up and draws that are the defaults of the method before become those of this one. */
    public Search method(Method value) {
        return sampling(sampling.withMethod(value));
    }

    /** Number of chains, 2 or more. */
    public Search chains(int value) {
        return sampling(sampling.withChains(value));
    }

    /** Warm-up iterations of each chain. */
    public Search warmup(int value) {
        return sampling(sampling.withWarmup(value));
    }

    /** Recorded draws of each chain; so many times the chains are handed out, whoever makes them. */
    public Search draws(int value) {
        return sampling(sampling.withDraws(value));
    }

    /** Prior draws of the pilot's first stage, 100 or more: fewer where inputs are dear, and then masses are wider. */
    public Search pilot(int value) {
        return sampling(sampling.withPilot(value));
    }

    /** Seed of every random stream. */
    public Search seed(long value) {
        return sampling(sampling.withSeed(value));
    }

    /** Width of the relaxed likelihood, in probability. */
    public Search sigma(double value) {
        return sampling(sampling.withSigma(value));
    }

    /** When the search stops with what it has. */
    public Search deadline(Duration value) {
        return sampling(sampling.withDeadline(value));
    }

    /**
     * Whether draws are to be the same bits whatever runs beside the search; they are unless this says otherwise. If
     * not, batches are as large as there are points that wait, which is faster for few chains, and draws differ from
     * run to run.
     */
    public Search strict(boolean value) {
        return sampling(sampling.withStrict(value));
    }

    /**
     * Who knows the true labels of generated inputs; the first one given makes the rates, the others are held against it.
     * Without any, only what is true by construction is known.
     */
    public Search labelledBy(LabelOracle... values) {
        oracles = List.of(values);
        return this;
    }

    /**
     * Limits that are to be settled: the search looks at planned numbers of draws and ends at the first look that decides
     * all, with intervals that pay for the looks. Draws are then few; give {@link #gates} to have them all.
     */
    public Search gate(Gate... values) {
        return gates(Gates.of(values));
    }

    /** Limits that are to be settled, on the way or at the end. */
    public Search gates(Gates values) {
        gates = values;
        return this;
    }

    /** Who is told how far the search is. */
    public Search progress(ProgressListener value) {
        listener = value;
        return this;
    }

    /**
     * A directory for what the networks answered. A search that was stopped, by a deadline, a failure or
     * {@code kill -9}, goes on there when it is run again and, if it is strict, draws what it would have drawn. Any number of
     * searches can share it; delete it when it is of no use any more.
     */
    public Search checkpoint(Path directory) {
        checkpoint = directory;
        return this;
    }

    /** A directory for findings: a search that nothing has changed for since is answered from there, see {@link FindingsCache}. */
    public Search cache(Path directory) {
        cache = FindingsCache.in(directory);
        return this;
    }

    /**
     * The specification.
     *
     * @throws IllegalStateException when no target was given
     */
    public SearchSpec spec() {
        if (target == null) {
            throw new IllegalStateException("Search: no target; call target(HighConfidence.of(4)), for instance");
        }
        return new SearchSpec(classifier, distribution, target, sampling, oracles, gates);
    }

    /**
     * Runs the search and waits for it.
     *
     * @throws IllegalStateException when no target was given
     * @throws IllegalArgumentException when the target names a class that the model does not have, or an oracle has
     *     other classes
     * @throws UndecidableGateException when a gate cannot pass, whatever is drawn
     * @throws CancellationException when the waiting thread is interrupted; the search ends then
     * @throws org.bayestrex.engine.model.ModelException when a model throws or gives nothing usable
     * @throws org.bayestrex.engine.checkpoint.CheckpointException when the checkpoint's directory cannot be
     *     written or an equal search is using it
     */
    public Findings run() {
        try (SearchService service = new SearchService(listener, cache)) {
            var findings = checkpoint == null ? service.submit(spec()) : service.submit(spec(), checkpoint);
            return findings.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the search was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the search failed", e.getCause());
        }
    }
}
