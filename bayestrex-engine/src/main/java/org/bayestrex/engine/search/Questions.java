/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bayestrex.engine.checkpoint.Journal;
import org.bayestrex.engine.checkpoint.Query;
import org.bayestrex.engine.density.Answer;
import org.bayestrex.engine.density.Evaluation;
import org.bayestrex.engine.density.GradientBatcher;
import org.bayestrex.engine.density.Posterior;
import org.bayestrex.engine.density.Request;
import org.bayestrex.engine.model.ModelException;

/**
 * The questions of one search: to its journal first, and where that knows nothing to the batchers. Of points that the data
 * distribution does not admit neither is asked.
 */
final class Questions implements Asker {

    private static final int REPLAYED_AT_ONCE = 1000;

    private final SearchSpec spec;
    private final PairedModels models;
    private final Journal journal;
    private final Posterior posterior;
    private final Ledger ledger;
    private final BooleanSupplier isOver;
    private final Consumer<Throwable> failure;
    /** Of the first chain; searches with fewer chains than slots spread over them. */
    private final int firstSlot;

    /** Questions of each chain so far. */
    private final Map<Integer, Long> asked = new HashMap<>();

    private final Queue<Runnable> replayed = new ArrayDeque<>();

    /**
     * The questions of a search that begins.
     *
     * @param ledger counts the answers
     * @param isOver whether answers are of no interest any more
     * @param failure is told what a model or the search threw
     */
    Questions(
            SearchSpec spec,
            PairedModels models,
            Journal journal,
            Posterior posterior,
            RandomStreams streams,
            Ledger ledger,
            BooleanSupplier isOver,
            Consumer<Throwable> failure) {
        this.spec = spec;
        this.models = models;
        this.journal = journal;
        this.posterior = posterior;
        this.ledger = ledger;
        this.isOver = isOver;
        this.failure = failure;
        this.firstSlot = streams.stream("slot").nextInt(spec.sampling().batch());
    }

    @Override
    public void askIndependent(int number, double[] position, Consumer<Evaluation> answer) {
        GradientBatcher batcher = spec.sampling().strict() ? models.forwardBatcher() : models.freeBatcher();
        ask(batcher, number, new Query("points", number, position, false), answer);
    }

    @Override
    public void askForChain(int chain, double[] position, boolean gradient, Consumer<Evaluation> answer) {
        Sampling sampling = spec.sampling();
        GradientBatcher batcher = sampling.strict() ? models.batcher(sampling.batch()) : models.freeBatcher();
        Query query = new Query("chain " + chain, asked.merge(chain, 1L, Long::sum) - 1, position, gradient);
        ask(batcher, firstSlot + chain, query, answer);
    }

    private void ask(GradientBatcher batcher, int slot, Query query, Consumer<Evaluation> answer) {
        if (!models.prior().admits(query.position())) {
            // Not at once: a chain whose every proposal is refused would recurse without end.
            replayed.add(() -> answer.accept(Evaluation.refused()));
            return;
        }
        Answer known = journal.recall(query);
        if (known != null) {
            replayed.add(() -> accept(query, answer, posterior.evaluation(query.position(), known)));
            return;
        }
        batcher.submit(new Request(
                slot,
                query.position(),
                query.gradient(),
                posterior,
                evaluation -> proceed(() -> accept(query, answer, evaluation)),
                thrown -> failure.accept(new ModelException(
                        "The search for %s failed (seed %d): %s"
                                .formatted(spec.describe(), spec.sampling().seed(), thrown.getMessage()),
                        thrown)),
                raw -> {
                    if (!isOver.getAsBoolean()) {
                        journal.record(query, raw);
                    }
                }));
    }

    private void accept(Query query, Consumer<Evaluation> answer, Evaluation evaluation) {
        ledger.count(query.gradient());
        answer.accept(evaluation);
    }

    /** Goes on with answers that the journal knew; a part of them, so that deadlines and commands get their turn. */
    void replay() {
        for (int i = 0; i < REPLAYED_AT_ONCE && !replayed.isEmpty(); i++) {
            proceed(replayed.remove());
        }
    }

    private void proceed(Runnable step) {
        if (isOver.getAsBoolean()) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException e) {
            failure.accept(e);
        }
    }
}
