/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bayestrex.engine.dataset.DataSetSearch;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.search.Findings;
import org.bayestrex.engine.search.Overconfidence;
import org.bayestrex.engine.search.ProgressListener;
import org.bayestrex.engine.search.Sample;
import org.bayestrex.engine.search.Sampling;
import org.bayestrex.engine.search.SearchService;
import org.bayestrex.engine.search.SearchSpec;
import org.bayestrex.engine.target.HighConfidence;

/** Whether domain adaptation made a model overconfident (section 4.8, table 3): all ten classes, labelled by a judge. */
final class AdaptedModel implements Experiment {

    private static final String SOURCE = "digits-lenet-source";
    private static final String ADAPTED = "digits-lenet-adda";
    private static final String JUDGE = "mnist-judge";
    private static final String GENERATOR = "mnist-gan";
    private static final String OTHER_GENERATOR = "mnist-vae";
    /** Of each of the 20 searches: more than a hundred different findings to label. */
    private static final int DRAWS = 1000;

    private static final int CLASSES = 10;
    private static final int SIDE = 56;

    @Override
    public String name() {
        return "adapted-model";
    }

    @Override
    public String title() {
        return "Section 4.8: is the adapted model overconfident?";
    }

    @Override
    public Section run(Bench bench) throws IOException {
        List<String> missing = bench.shelf().missing(SOURCE, ADAPTED, JUDGE, GENERATOR, OTHER_GENERATOR);
        if (!missing.isEmpty()) {
            return new Section().missing("this experiment", missing);
        }
        List<String> files = bench.missingTestSet(Corpus.MNIST);
        try (Classifier source = bench.shelf().classifier(SOURCE);
                Classifier adapted = bench.shelf().classifier(ADAPTED);
                Classifier judging = bench.shelf().classifier(JUDGE);
                DataDistribution digits = bench.shelf().generator(GENERATOR, Set.of());
                DataDistribution blurred = bench.shelf().generator(OTHER_GENERATOR, Set.of())) {
            Optional<Rate> sourceTested = files.isEmpty() ? Optional.of(tested(bench, source)) : Optional.empty();
            Optional<Rate> adaptedTested = files.isEmpty() ? Optional.of(tested(bench, adapted)) : Optional.empty();
            Judge judge = bench.shelf().judge(judging, JUDGE);
            PlainComparisons comparisons = new PlainComparisons(source, adapted, judging);
            long seed = bench.settings().sampling().seed();
            List<PlainComparison> plain = new ArrayList<>(comparisons.on(digits, GENERATOR, seed));
            plain.addAll(comparisons.on(blurred, OTHER_GENERATOR, seed));
            if (files.isEmpty()) {
                plain.add(comparisons.on(bench.testSet(Corpus.MNIST)));
            }
            bench.tell("  both models on %,d inputs as they come"
                    .formatted(plain.stream()
                            .mapToInt(each -> each.inputs().size())
                            .sum()));
            Sampling sampling = sampling(bench);
            try (SearchService service = new SearchService(ProgressListener.SILENT)) {
                bench.tell("  20 searches side by side, %d s at most"
                        .formatted(sampling.deadline().toSeconds()));
                Comparison comparison = Overconfidence.of(adapted, source, digits)
                        .labelledBy(judge)
                        .sampling(sampling)
                        .submit(service)
                        .join();
                // Equal specifications share one run: these are the searches of the comparison.
                Stream<SearchSpec> specs = Stream.of(source, adapted)
                        .flatMap(classifier -> IntStream.range(0, CLASSES)
                                .mapToObj(cls -> new SearchSpec(
                                        classifier, digits, HighConfidence.of(cls), sampling, List.of(judge))));
                return new AdaptedModelTables(comparison, sourceTested, adaptedTested, new OnPlainInputs(plain, seed))
                        .section()
                        .missing("the accuracy on MNIST's test images", files)
                        .figure(
                                typical(specs.map(service::submit), judge),
                                "Above: an input on which the source model is sure, for each class; below: the adapted one."
                                        + " Under each what it is taken for, then what the judge calls it.");
            }
        }
    }

    /** All searches run side by side and share one deadline. */
    private static Sampling sampling(Bench bench) {
        Sampling usual = bench.settings().sampling();
        return usual.withDraws(DRAWS / usual.chains())
                .withDeadline(usual.deadline().multipliedBy(2L * CLASSES));
    }

    private static Rate tested(Bench bench, Classifier classifier) {
        return DataSetSearch.of(classifier, bench.testSet(Corpus.MNIST)).accuracy();
    }

    private static byte[] typical(Stream<CompletableFuture<Findings>> searches, Judge judge) {
        List<ImageGrid.Cell> cells =
                searches.map(search -> cell(search.join(), judge)).toList();
        return new ImageGrid(CLASSES, SIDE, cells).png();
    }

    private static ImageGrid.Cell cell(Findings findings, Judge judge) {
        int claimed = findings.target().claimedClass().orElseThrow();
        return findings.inLevelSet().stream()
                .max(Comparator.comparingDouble(Sample::logDensity))
                .map(sample -> new ImageGrid.Cell(sample.input(), claimed + ": " + said(sample, judge)))
                .orElseGet(() -> new ImageGrid.Cell(null, claimed + ": none"));
    }

    private static String said(Sample sample, Judge judge) {
        OptionalInt label = sample.labels().getOrDefault(judge.name(), OptionalInt.empty());
        return label.isPresent() ? String.valueOf(label.getAsInt()) : "?";
    }
}
