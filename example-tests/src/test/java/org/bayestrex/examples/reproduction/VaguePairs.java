/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.target.Ambiguous;

/**
 * A classifier that was taught to halve its belief between each class and the next must be found torn between these two.
 *
 * @param corpus of which data set
 */
record VaguePairs(Corpus corpus) implements Experiment {

    private static final int CLASSES = 10;
    private static final int SIDE = 104;
    private static final List<String> HEADER =
            List.of("pair", "", "draws in the level set", "mass, 95 % interval", "converged");

    private static final List<Reason<List<PairSearch>>> REASONS = List.of(
            new Reason<>(
                    searches -> searches.stream().anyMatch(search -> !search.isFound()),
                    searches ->
                            "Of the pairs that were not found, the search says that they are rarer than the bounds in the table."));

    @Override
    public String name() {
        return "vague-" + corpus.prefix();
    }

    @Override
    public String title() {
        return "A vague classifier, " + corpus.title() + " on the GAN";
    }

    @Override
    public Section run(Bench bench) throws IOException {
        String classifierName = corpus.model("cnn-vague");
        String generatorName = corpus.model("gan");
        List<String> missing = bench.shelf().missing(classifierName, generatorName);
        if (!missing.isEmpty()) {
            return new Section().missing("this experiment", missing);
        }
        Card card = bench.shelf().card(classifierName);
        List<PairSearch> searches = new ArrayList<>();
        try (Classifier classifier = bench.shelf().classifier(classifierName);
                DataDistribution generator = bench.shelf().generator(generatorName, Set.of())) {
            for (int cls = 0; cls < CLASSES; cls++) {
                int next = (cls + 1) % CLASSES;
                searches.add(
                        PairSearch.of(cls, next, bench.search(classifier, generator, Ambiguous.between(cls, next))));
            }
        }
        long found = searches.stream().filter(PairSearch::isFound).count();
        Section section = new Section()
                .paragraph(
                        "Taught with half of the belief in the true class and half in the next one: a search that works must find every"
                                + " pair (i, i + 1). %d of %d found; the paper 10 of 10.".formatted(found, CLASSES));
        if (searches.stream().allMatch(PairSearch::isMetByPlainDraws)) {
            section.paragraph(
                    "All masses are of plain prior draws, with their exact interval, which no chain can spoil.");
        }
        if (found < CLASSES) {
            section.bullets(List.of(Reason.first(REASONS, searches)));
        }
        section.table(HEADER, searches.stream().map(search -> search.row(card)).toList());
        List<String> problems = searches.stream()
                .flatMap(search -> search.problems().stream().map(problem -> search.name(card) + ": " + problem))
                .toList();
        if (!problems.isEmpty()) {
            section.paragraph("What speaks against the draws of the posterior:").bullets(problems);
        }
        return section.figure(
                new ImageGrid(
                                CLASSES / 2,
                                SIDE,
                                searches.stream()
                                        .map(search -> caption(search, card))
                                        .toList())
                        .png(),
                "The likeliest draw of each pair.");
    }

    private static ImageGrid.Cell caption(PairSearch search, Card card) {
        return new ImageGrid.Cell(search.cell().input(), search.name(card).replace(" v ", "\nv "));
    }
}
