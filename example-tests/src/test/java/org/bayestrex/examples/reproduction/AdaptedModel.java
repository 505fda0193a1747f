/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bayestrex.engine.dataset.DataSetSearch;
import org.bayestrex.engine.label.Judge;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.rate.Comparison;
import org.bayestrex.engine.rate.Rate;
import org.bayestrex.engine.rate.Significance;
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
    private static final int CLASSES = 10;
    private static final int SIDE = 56;

    /** Labels of each model in the paper: ten of each class. */
    private static final int PAPER_LABELS = 100;

    private static final double PAPER_SOURCE = .80;
    private static final double PAPER_ADAPTED = .72;

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
        List<String> missing = bench.shelf().missing(SOURCE, ADAPTED, JUDGE, GENERATOR);
        if (!missing.isEmpty()) {
            return new Section().missing("this experiment", missing);
        }
        try (Classifier source = bench.shelf().classifier(SOURCE);
                Classifier adapted = bench.shelf().classifier(ADAPTED);
                Classifier judging = bench.shelf().classifier(JUDGE);
                DataDistribution digits = bench.shelf().generator(GENERATOR, Set.of());
                SearchService service = new SearchService(ProgressListener.SILENT)) {
            Judge judge = bench.shelf().judge(judging, JUDGE);
            bench.tell("  20 searches side by side, %d s at most".formatted(sampling(bench).deadline().toSeconds()));
            Comparison comparison = Overconfidence.of(adapted, source, digits)
                    .labelledBy(judge)
                    .sampling(sampling(bench))
                    .submit(service)
                    .join();
            Section section = told(comparison);
            accuracies(bench, source, adapted, section);
            List<SearchSpec> specs = specs(bench, List.of(source, adapted), digits, judge);
            return section.figure(
                    typical(service, specs, judge),
                    "Above: an input on which the source model is sure, for each class; below: the adapted one. Below each what it"
                            + " is taken for, then what the judge calls it.");
        }
    }

    private static Section told(Comparison comparison) {
        Significance paper = Significance.ofShares(
                Math.round(PAPER_SOURCE * PAPER_LABELS), PAPER_LABELS, Math.round(PAPER_ADAPTED * PAPER_LABELS), PAPER_LABELS);
        Rate excess = comparison.excessOverconfidence();
        Section section = new Section()
                .paragraph("Accuracy among confident inputs (.9 or more), drawn from each model's own level set under the data"
                        + " distribution, labelled by `%s`; mean over the classes. Source: printed digits made here, not SVHN."
                                .formatted(JUDGE))
                .table(
                        List.of("", "paper", "here, 95 % interval"),
                        List.of(
                                List.of("source model", Shown.two(PAPER_SOURCE), Shown.share(comparison.baseline().accuracy())),
                                List.of("adapted model", Shown.two(PAPER_ADAPTED), Shown.share(comparison.candidate().accuracy())),
                                List.of(
                                        "excess: how much more often the adapted one is wrong",
                                        Shown.two(PAPER_SOURCE - PAPER_ADAPTED),
                                        Shown.share(excess)),
                                List.of(
                                        "chance of such a difference where there is none",
                                        chance(paper),
                                        chance(comparison.significance()))))
                .paragraph("The paper's difference is not significant (z = %s): it may be chance.".formatted(Shown.two(paper.statistic())));
        String verdict = excess.lower() > 0
                ? "Here the adapted model is more often wrong where it is confident: the interval of the excess lies above 0."
                : excess.upper() < 0
                        ? "Here the adapted model is less often wrong where it is confident: the interval of the excess lies below 0."
                        : "Here the interval of the excess holds 0: this run does not tell which is more often wrong.";
        List<List<String>> rows = new ArrayList<>();
        comparison.candidate().classes().forEach(score -> rows.add(List.of(
                String.valueOf(score.cls()),
                Shown.share(comparison.baseline().ofClass(score.cls()).accuracy()),
                Shown.share(score.accuracy()),
                Shown.share(comparison.excessOverconfidence(score.cls())),
                Shown.count(comparison.baseline().ofClass(score.cls()).draws()),
                Shown.count(score.draws()))));
        return section.paragraph(verdict + " A judge errs alike on both models' inputs, which shrinks a difference and makes none.")
                .table(List.of("class", "source", "adapted", "excess", "draws, source", "draws, adapted"), rows)
                .bullets(comparison.leftOut())
                .bullets(comparison.problems());
    }

    private static String chance(Significance significance) {
        return "p = %s (%s)".formatted(Shown.digits(significance.pValue()), significance.method());
    }

    private static void accuracies(Bench bench, Classifier source, Classifier adapted, Section section) {
        List<String> files = bench.missingTestSet(Corpus.MNIST);
        if (!files.isEmpty()) {
            section.missing("the accuracy on the test images", files);
            return;
        }
        section.table(
                List.of("accuracy on MNIST's test images", "paper", "here, 95 % interval"),
                List.of(
                        List.of("source model", "0.61", Shown.share(accuracy(bench, source))),
                        List.of("adapted model", "0.71", Shown.share(accuracy(bench, adapted)))));
    }

    private static Rate accuracy(Bench bench, Classifier classifier) {
        return DataSetSearch.of(classifier, bench.testSet(Corpus.MNIST)).accuracy();
    }

    /** All searches run side by side, and share one deadline. */
    private static Sampling sampling(Bench bench) {
        Sampling usual = bench.settings().sampling();
        return usual.withDeadline(usual.deadline().multipliedBy(2L * CLASSES));
    }

    private static List<SearchSpec> specs(
            Bench bench, List<Classifier> classifiers, DataDistribution digits, Judge judge) {
        return classifiers.stream()
                .flatMap(classifier -> IntStream.range(0, CLASSES)
                        .mapToObj(cls -> new SearchSpec(
                                classifier,
                                digits,
                                HighConfidence.of(cls),
                                sampling(bench),
                                List.of(judge))))
                .toList();
    }

    /** The searches of the comparison: equal specifications share one run. */
    private static byte[] typical(SearchService service, List<SearchSpec> specs, Judge judge) {
        List<ImageGrid.Cell> cells = specs.stream()
                .map(service::submit)
                .map(CompletableFuture::join)
                .map(findings -> cell(findings, judge))
                .toList();
        return new ImageGrid(CLASSES, SIDE, cells).png();
    }

    private static ImageGrid.Cell cell(Findings findings, Judge judge) {
        Optional<Sample> likeliest = findings.inLevelSet().stream().max(Comparator.comparingDouble(Sample::logDensity));
        int claimed = findings.target().claimedClass().orElseThrow();
        if (likeliest.isEmpty()) {
            return new ImageGrid.Cell(null, claimed + ": none");
        }
        String said = likeliest.get().labels().get(judge.name()).isPresent()
                ? String.valueOf(likeliest.get().labels().get(judge.name()).getAsInt())
                : "?";
        return new ImageGrid.Cell(likeliest.get().input(), String.format(Locale.ROOT, "%d: %s", claimed, said));
    }
}
