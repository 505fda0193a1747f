/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.bayestrex.engine.checkpoint.Journal;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.model.Tensor;
import org.bayestrex.engine.sampler.Method;

/**
 * The one thread on which models run and chains move: it serves a batch, lets the chains that were
 * answered go on, and looks for new searches in between. The networks use all cores by themselves.
 */
final class SearchLoop implements Runnable {

    private record ModelPair(Classifier classifier, DataDistribution distribution) {}

    private final ProgressListener listener;
    private final FindingsCache cache;
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final Map<ModelPair, PairedModels> models = new LinkedHashMap<>();
    private final List<SearchRun> live = new ArrayList<>();
    private volatile boolean closed;

    SearchLoop(ProgressListener listener, FindingsCache cache) {
        this.listener = listener;
        this.cache = cache;
    }

    /** Begins a search, or answers it from the cache. */
    void start(SearchSpec spec, Journals journals, CompletableFuture<Findings> result) {
        command(result, () -> {
            Optional<Findings> known = cache.find(spec, listener::onWarning);
            if (known.isPresent()) {
                spec.requireUnchangedModels();
                result.complete(known.get());
                return;
            }
            PairedModels paired = paired(spec.classifier(), spec.distribution());
            spec.target().requireFits(paired.model().classes());
            spec.oracles().forEach(oracle -> oracle.requireFits(paired.model().classes()));
            Method method = spec.sampling().method();
            MethodFit.require(spec, paired.prior());
            boolean uses = method == Method.AUTO
                    && paired.model().isDifferentiable()
                    && !paired.prior().isStructured();
            if (uses || method.needsGradient()) {
                paired.requireGradient();
            }
            Journal journal = journals.open(spec, paired.model());
            try {
                live.add(new SearchRun(
                        spec, paired, journal, listener, found -> cache.keep(found, listener::onWarning), result));
            } catch (RuntimeException | Error e) {
                journal.close();
                throw e;
            }
        });
    }

    /** Counts the classes of a classifier, by trying it. */
    void classes(Classifier classifier, DataDistribution distribution, CompletableFuture<Integer> result) {
        command(
                result,
                () -> result.complete(paired(classifier, distribution).model().classes()));
    }

    /** Asks a classifier about inputs that are there already. */
    void predictions(Classifier classifier, List<Tensor> inputs, CompletableFuture<List<double[]>> result) {
        command(result, () -> result.complete(Predictions.of(classifier, inputs)));
    }

    /** Asks a classifier about latent points that are known from elsewhere. */
    void replay(
            List<double[]> latents,
            Classifier classifier,
            DataDistribution distribution,
            CompletableFuture<List<Replayed>> result) {
        command(result, () -> result.complete(Replayed.at(latents, classifier, distribution)));
    }

    private void command(CompletableFuture<?> result, Runnable action) {
        commands.add(() -> {
            if (closed) {
                result.completeExceptionally(new CancellationException("the search service was closed"));
                return;
            }
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        if (closed) {
            refuseCommands(); // the loop may have ended before it saw this one
        }
    }

    private void refuseCommands() {
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
        }
    }

    private PairedModels paired(Classifier classifier, DataDistribution distribution) {
        return models.computeIfAbsent(
                new ModelPair(classifier, distribution),
                pair -> new PairedModels(pair.classifier(), pair.distribution()));
    }

    /** Ends the loop and whatever still runs. */
    void close() {
        closed = true;
        commands.add(() -> {}); // wakes the loop
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                takeCommands();
                live.forEach(SearchRun::replay);
                models.values().forEach(PairedModels::serve);
                live.forEach(SearchRun::checkDeadline);
                live.removeIf(SearchRun::isOver);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            live.forEach(run -> run.fail(e));
            throw e;
        } finally {
            closed = true;
            live.forEach(run -> run.fail(new CancellationException("the search service was closed")));
            refuseCommands();
        }
    }

    private void takeCommands() throws InterruptedException {
        if (live.isEmpty() && models.values().stream().allMatch(PairedModels::isIdle)) {
            commands.take().run();
        }
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
        }
    }
}
