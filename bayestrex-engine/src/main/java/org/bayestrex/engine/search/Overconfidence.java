/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.bayestrex.engine.label.LabelOracle;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.target.HighConfidence;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model is more often wrong where it is confident than another one: the same search for both, class by class, on
 * the same data distribution, labelled by the same oracle (Booth et al., AAAI 2021, section 4.8).
 *
 * <pre>{@code
 * Comparison comparison = Overconfidence.of(candidate, baseline, digits).labelledBy(people).seed(7).run();
 * Rate excess = comparison.excessOverconfidence();
 * }</pre>
 */
public final class Overconfidence {

    private final Classifier candidate;
    private final Classifier baseline;
    private final DataDistribution distribution;
    private @Nullable LabelOracle oracle;
    private double confidence = 1;
    private Sampling sampling = Sampling.DEFAULT;
    private ProgressListener listener = ProgressListener.SILENT;
    private @Nullable Path checkpoint;

    private Overconfidence(Classifier candidate, Classifier baseline, DataDistribution distribution) {
        this.candidate = candidate;
        this.baseline = baseline;
        this.distribution = distribution;
    }

    /**
     * Begins to describe a comparison; the models stay the caller's to close.
     *
     * @param candidate the model under test
     * @param baseline what it is held against, with the same classes
     * @param distribution where inputs come from
     */
    public static Overconfidence of(Classifier candidate, Classifier baseline, DataDistribution distribution) {
        return new Overconfidence(candidate, baseline, distribution);
    }

    /**
     * Who knows the true labels; required. A judge's labels are taken as they are: it errs alike on both models' inputs, so
     * that its errors shrink a difference but make none.
     */
    public Overconfidence labelledBy(LabelOracle value) {
        oracle = value;
        return this;
    }

    /** The confidence looked for, in (0, 1]; 1 unless said otherwise. */
    public Overconfidence confidence(double value) {
        HighConfidence.of(0).withConfidence(value); // throws where it is none
        confidence = value;
        return this;
    }

    /** How each search is run; all of them begin together, so that the deadline is that of the whole comparison. */
    public Overconfidence sampling(Sampling value) {
        sampling = value;
        return this;
    }

    /** Seed of every random stream. */
    public Overconfidence seed(long value) {
        return sampling(sampling.withSeed(value));
    }

    /** When the searches stop with what they have. */
    public Overconfidence deadline(Duration value) {
        return sampling(sampling.withDeadline(value));
    }

    /** A directory for what the networks answered to all searches, see {@link Search#checkpoint}. */
    public Overconfidence checkpoint(Path directory) {
        checkpoint = directory;
        return this;
    }

    /** Who is told how far the searches are, by {@link #run}. */
    public Overconfidence progress(ProgressListener value) {
        listener = value;
        return this;
    }

    /**
     * Begins all searches, of both models and all classes, on a service, so that they share batches.
     *
     * @return completes with the comparison; exceptionally with what a search or the oracle threw
     * @throws IllegalStateException when nobody knows the labels
     * @throws IllegalArgumentException when the models do not have the same number of classes
     * @throws java.util.concurrent.CompletionException when the models do not fit the distribution
     */
    public CompletableFuture<Comparison> submit(SearchService service) {
        return submitForInspection(service).thenApply(ComparedModels::comparison);
    }

    /**
     * The same, with inputs on which a model is confident and wrong.
     *
     * @return as for {@link #submit}
     * @throws IllegalStateException when nobody knows the labels
     * @throws IllegalArgumentException when the models do not have the same number of classes
     * @throws java.util.concurrent.CompletionException when the models do not fit the distribution
     */
    public CompletableFuture<ComparedModels> submitForInspection(SearchService service) {
        LabelOracle labels = oracle;
        if (labels == null) {
            throw new IllegalStateException(
                    "Overconfidence: nobody knows the true labels; call labelledBy(LabelOracle.of(...)) or with a judge");
        }
        int classes = service.classes(candidate, distribution);
        int others = service.classes(baseline, distribution);
        if (classes != others) {
            throw new IllegalArgumentException(
                    "%s has %d classes and %s has %d; only models of the same can be compared"
                            .formatted(candidate.name(), classes, baseline.name(), others));
        }
        List<ComparedClass> compared = new ArrayList<>();
        for (int cls = 0; cls < classes; cls++) {
            HighConfidence target = HighConfidence.of(cls).withConfidence(confidence);
            compared.add(new ComparedClass(
                    submit(service, new SearchSpec(candidate, distribution, target, sampling, List.of(labels))),
                    submit(service, new SearchSpec(baseline, distribution, target, sampling, List.of(labels)))));
        }
        return new ComparedSearches(candidate, baseline, compared, labels.name(), sampling.seed()).comparison(service);
    }

    private CompletableFuture<Findings> submit(SearchService service, SearchSpec spec) {
        return checkpoint == null ? service.submit(spec) : service.submit(spec, checkpoint);
    }

    /**
     * Runs the comparison and waits for it.
     *
     * @throws IllegalStateException when nobody knows the labels
     * @throws IllegalArgumentException when the models do not have the same number of classes
     * @throws CancellationException when the waiting thread is interrupted; the searches end then
     * @throws org.bayestrex.engine.model.ModelException when a model throws or gives nothing usable
     */
    public Comparison run() {
        try (SearchService service = new SearchService(listener)) {
            return submit(service).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the comparison was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the comparison failed", e.getCause());
        }
    }
}
