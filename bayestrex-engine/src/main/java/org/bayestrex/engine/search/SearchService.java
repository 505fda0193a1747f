/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;

/**
 * Runs searches side by side: those on the same models share batches, and equal specifications share
 * one run. Close it to stop what still runs; the models stay open, to be closed afterwards.
 */
public final class SearchService implements AutoCloseable {

    private final SearchLoop loop;
    private final Thread thread;
    private final Map<SearchSpec, CompletableFuture<Findings>> searches = new ConcurrentHashMap<>();

    /**
     * A service without a search.
     *
     * @param listener is told of every search's progress
     */
    public SearchService(ProgressListener listener) {
        this(listener, FindingsCache.none());
    }

    /**
     * A service without a search.
     *
     * @param listener is told of every search's progress, and of what is wrong with the cache
     * @param cache answers searches that nothing has changed for
     */
    public SearchService(ProgressListener listener, FindingsCache cache) {
        loop = new SearchLoop(listener, cache);
        thread = new Thread(loop, "bayestrex-search");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Begins a search, or joins an equal one.
     *
     * @return completes with the findings; exceptionally with {@link IllegalArgumentException} when the
     *     target does not fit the model, with {@link org.bayestrex.engine.model.ModelException} when a model
     *     fails, or with {@link java.util.concurrent.CancellationException} when the service is closed
     * @throws UndecidableGateException when a gate cannot pass, whatever is drawn
     */
    public CompletableFuture<Findings> submit(SearchSpec spec) {
        return submit(spec, Journals.NONE);
    }

    /**
     * Begins a search, resumes one that was stopped, or joins an equal one that runs already, with whatever
     * checkpoint it has.
     *
     * @param checkpoint a directory for what the networks answered, see {@link Search#checkpoint}
     * @return completes as that of the other method; exceptionally also with
     *     {@link org.bayestrex.engine.checkpoint.CheckpointException} when the directory cannot be written or
     *     another service is running an equal search in it
     * @throws UndecidableGateException when a gate cannot pass, whatever is drawn
     */
    public CompletableFuture<Findings> submit(SearchSpec spec, Path checkpoint) {
        return submit(spec, Journals.in(checkpoint));
    }

    CompletableFuture<Findings> submit(SearchSpec spec, Journals journals) {
        Feasibility.require(spec);
        return searches.computeIfAbsent(spec, key -> {
                    CompletableFuture<Findings> result = new CompletableFuture<>();
                    loop.start(key, journals, result);
                    return result;
                })
                .copy(); // cancelling the copy does not end a search that others await
    }

    /**
     * Counts the classes of a classifier by trying it on a generated input; waits for a batch that is on
     * its way.
     *
     * @throws java.util.concurrent.CompletionException when the models do not fit together
     */
    public int classes(Classifier classifier, DataDistribution distribution) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        loop.classes(classifier, distribution, result);
        return result.join();
    }

    /** What a classifier says of inputs, on the thread on which models run: the probabilities of each, in order. */
    CompletableFuture<List<double[]>> predictions(Classifier classifier, List<Tensor> inputs) {
        CompletableFuture<List<double[]>> result = new CompletableFuture<>();
        loop.predictions(classifier, inputs, result);
        return result;
    }

    /**
     * Asks a classifier about latent points that are known from elsewhere, before or beside the searches.
     *
     * @param latents each of length {@link DataDistribution#latentSize()}
     * @return what it says of each, in order; exceptionally as {@link Replayed#at}
     */
    public CompletableFuture<List<Replayed>> replay(
            List<double[]> latents, Classifier classifier, DataDistribution distribution) {
        CompletableFuture<List<Replayed>> result = new CompletableFuture<>();
        loop.replay(latents, classifier, distribution, result);
        return result;
    }

    /** Stops what still runs and waits for the batch that is on its way. */
    @Override
    public void close() {
        loop.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
