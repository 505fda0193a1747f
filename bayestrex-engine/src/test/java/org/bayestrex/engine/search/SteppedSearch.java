/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.bayestrex.engine.TestModels;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.LatentClassifier;
import org.bayestrex.engine.rate.Gates;
import org.bayestrex.engine.target.Target;

/** A search that the test itself moves on, so that it says where the search stops. */
final class SteppedSearch {

    /** Passes without a new answer after which a search counts as hanging. */
    private static final int PATIENCE = 1000;

    private final PairedModels models;
    private final CompletableFuture<Findings> result = new CompletableFuture<>();
    private final CountingJournal journal;
    private final SearchRun run;

    SteppedSearch(LatentClassifier model, Target target, Sampling sampling) {
        this(new PairedModels(model), target, sampling, Journals.NONE);
    }

    SteppedSearch(PairedModels models, Target target, Sampling sampling, Journals journals) {
        this(models, spec(models.model(), target, sampling), journals);
    }

    SteppedSearch(PairedModels models, SearchSpec spec, Journals journals) {
        this.models = models;
        this.journal = new CountingJournal(journals.open(spec, models.model()));
        this.run = new SearchRun(spec, models, journal, ProgressListener.SILENT, whole -> {}, result);
    }

    /** The classifier stands for the model's name alone. */
    private static SearchSpec spec(LatentClassifier model, Target target, Sampling sampling) {
        Classifier classifier = TestModels.rows(model.name(), z -> new float[0]);
        return new SearchSpec(classifier, TestModels.latents(model.latentSize()), target, sampling);
    }

    /** A search that is to settle limits. */
    static SteppedSearch of(LatentClassifier model, Target target, Sampling sampling, Gates gates) {
        SearchSpec plain = spec(model, target, sampling);
        SearchSpec gated = new SearchSpec(plain.classifier(), plain.distribution(), target, sampling, List.of(), gates);
        return new SteppedSearch(new PairedModels(model), gated, Journals.NONE);
    }

    static Findings of(LatentClassifier model, Target target, Sampling sampling) {
        return new SteppedSearch(model, target, sampling).toEnd();
    }

    /** Lets searches share the batches of their models to the end of all. */
    static List<Findings> sideBySide(List<SteppedSearch> searches) {
        while (!searches.stream().allMatch(search -> search.run.isOver())) {
            searches.forEach(SteppedSearch::step);
        }
        return searches.stream().map(search -> search.result.join()).toList();
    }

    Findings toEnd() {
        return sideBySide(List.of(this)).get(0);
    }

    /** Its findings when the deadline comes after so many answers; its specification must have one that is over at once. */
    Findings toDeadlineAfter(long answers) {
        proceed(answers);
        run.checkDeadline();
        return result.join();
    }

    /** Ends it as a service does that is closed. */
    void stopAfter(long answers) {
        proceed(answers);
        run.fail(new CancellationException("stopped"));
    }

    long recorded() {
        return journal.recorded();
    }

    private void proceed(long answers) {
        int idle = 0;
        while (!run.isOver() && journal.answers() < answers) {
            long before = journal.answers();
            step();
            idle = journal.answers() == before ? idle + 1 : 0;
            if (idle == PATIENCE) {
                throw new AssertionError("the search hangs after " + before + " answers");
            }
        }
    }

    private void step() {
        run.replay();
        models.serve();
    }

    /** Number of answers at which each stage ends, in the order of the stages. */
    static List<Long> stageEnds(Findings findings) {
        List<Long> ends = new ArrayList<>();
        long answers = 0;
        for (Part part : findings.effort().parts()) {
            if (!part.name().startsWith(Part.CHAINS + ":")) {
                answers += part.gradients() + part.forwards();
                ends.add(answers);
            }
        }
        return ends;
    }
}
