/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.rate.ClassEvidence;
import org.bayestrex.engine.rate.ClassEvidence.LevelSet;
import org.bayestrex.engine.rate.Comparison;

/**
 * From the searches of two models to their comparison. Models answer on the service's thread; the comparison is made
 * on a thread of its own.
 *
 * @param candidate the model under test
 * @param baseline the other one
 * @param classes the searches, class by class
 * @param oracle name of who labels
 * @param seed of the searches
 */
record ComparedSearches(
        Classifier candidate, Classifier baseline, List<ComparedClass> classes, String oracle, long seed) {

    private record Answered(Findings findings, ScoredDraws draws, CompletableFuture<List<double[]>> other) {}

    CompletableFuture<ComparedModels> comparison(SearchService service) {
        CompletableFuture<?>[] searches = classes.stream()
                .flatMap(each -> Stream.of(each.candidate(), each.baseline()))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(searches).thenApplyAsync(done -> compare(service), task -> {
            Thread thread = new Thread(task, "bayestrex-comparison");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private ComparedModels compare(SearchService service) {
        List<Answered> candidates = new ArrayList<>();
        List<Answered> baselines = new ArrayList<>();
        for (ComparedClass each : classes) {
            candidates.add(asked(service, each.candidate().join(), baseline));
            baselines.add(asked(service, each.baseline().join(), candidate));
        }
        List<ClassEvidence> evidence = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int cls = 0; cls < classes.size(); cls++) {
            LevelSet ofCandidate = score(candidates.get(cls));
            LevelSet ofBaseline = score(baselines.get(cls));
            ClassEvidence found = new ClassEvidence(cls, ofCandidate, ofBaseline);
            evidence.add(found);
            if (found.isPaired()) {
                problems.addAll(problems(candidates.get(cls).findings()));
                problems.addAll(problems(baselines.get(cls).findings()));
            }
        }
        List<WrongInput> wrong = new ArrayList<>();
        candidates.forEach(
                each -> wrong.addAll(each.draws().wrong(oracle, each.other().join(), true)));
        baselines.forEach(
                each -> wrong.addAll(each.draws().wrong(oracle, each.other().join(), false)));
        return new ComparedModels(Comparison.of(candidate.name(), baseline.name(), evidence, problems, seed), wrong);
    }

    private static Answered asked(SearchService service, Findings findings, Classifier other) {
        ScoredDraws draws = new ScoredDraws(findings);
        return new Answered(findings, draws, service.predictions(other, draws.inputs()));
    }

    private LevelSet score(Answered answered) {
        return answered.draws().score(oracle, answered.other().join());
    }

    private static List<String> problems(Findings findings) {
        String where = "%s, %s: "
                .formatted(
                        findings.spec().classifier().name(), findings.target().describe());
        return findings.diagnostics().problems().stream()
                .map(problem -> where + problem)
                .toList();
    }
}
