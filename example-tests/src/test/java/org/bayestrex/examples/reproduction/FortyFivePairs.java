/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples.reproduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bayestrex.engine.model.Classifier;
import org.bayestrex.engine.model.DataDistribution;
import org.bayestrex.engine.target.Ambiguous;

/**
 * For each of the 45 pairs of classes: are there inputs on which the model is torn between the two, and how often?
 *
 * @param corpus of which data set
 * @param kind of generator, "vae" or "gan"
 * @param paper number of pairs that the paper found
 */
record FortyFivePairs(Corpus corpus, String kind, int paper) implements Experiment {

    private static final int CLASSES = 10;
    private static final int SIDE = 56;

    private static final List<String> HEADER =
            List.of("pair", "", "draws in the level set", "mass, 95 % interval", "converged", "problems");

    private static final List<Reason<List<PairSearch>>> REASONS = List.of(
            new Reason<>(
                    searches -> searches.stream().anyMatch(search -> !search.isFound()),
                    searches ->
                            "Of the pairs that were not found, the search says that they are rarer than the bounds in"
                                    + " the table, not that they do not exist."),
            new Reason<>(
                    searches -> rarer(searches, 1e-4) > 0,
                    searches -> String.format(
                            Locale.ROOT,
                            "%d of the pairs are found at a mass below .0001: less than one plain draw in 10,000 is such an input,"
                                    + " and the paper made 2,000 draws of each.",
                            rarer(searches, 1e-4))));

    @Override
    public String name() {
        return "pairs-%s-%s".formatted(corpus.prefix(), kind);
    }

    @Override
    public String title() {
        return "Ambiguous pairs, %s on the %s".formatted(corpus.title(), kind.toUpperCase(Locale.ROOT));
    }

    @Override
    public Section run(Bench bench) throws IOException {
        String classifierName = corpus.model("cnn");
        String generatorName = corpus.model(kind);
        List<String> missing = bench.shelf().missing(classifierName, generatorName);
        if (!missing.isEmpty()) {
            return new Section().missing("this experiment", missing);
        }
        List<PairSearch> searches = new ArrayList<>();
        try (Classifier classifier = bench.shelf().classifier(classifierName);
                DataDistribution generator = bench.shelf().generator(generatorName, Set.of())) {
            for (int first = 0; first < CLASSES; first++) {
                for (int second = first + 1; second < CLASSES; second++) {
                    searches.add(PairSearch.of(
                            first, second, bench.search(classifier, generator, Ambiguous.between(first, second))));
                }
            }
        }
        return told(searches, bench.shelf().card(classifierName));
    }

    private Section told(List<PairSearch> searches, Card card) {
        long found = searches.stream().filter(PairSearch::isFound).count();
        long trusted = searches.stream().filter(PairSearch::converged).count();
        Section section = new Section()
                .paragraph("%d of %d pairs found; the paper %d. %d of the %d searches converged."
                        .formatted(found, searches.size(), paper, trusted, searches.size()))
                .paragraph(
                        "A pair is found where at least one draw is in the level set: both confidences between .4 and .6."
                                + " The paper has no such rule; its black cells are called sampling failures. What is not found has"
                                + " an upper bound of its mass and no more.");
        if (found != paper) {
            section.bullets(List.of("%d against %d: %s".formatted(found, paper, Reason.first(REASONS, searches))));
        }
        return section.table(
                        HEADER,
                        searches.stream().map(search -> search.row(card)).toList())
                .figure(
                        grid(searches),
                        "The likeliest draw of each pair; rows: the lower class, columns: the higher one. Below each the"
                                + " mass of its level set. Crossed out: no draw in the level set.");
    }

    private static byte[] grid(List<PairSearch> searches) {
        List<ImageGrid.Cell> cells = new ArrayList<>();
        int next = 0;
        for (int row = 0; row < CLASSES - 1; row++) {
            for (int column = 1; column < CLASSES; column++) {
                cells.add(column > row ? searches.get(next++).cell() : ImageGrid.Cell.BLANK);
            }
        }
        return new ImageGrid(CLASSES - 1, SIDE, cells).png();
    }

    private static long rarer(List<PairSearch> searches, double limit) {
        return searches.stream()
                .filter(search -> search.isFound() && search.mass().upper() < limit)
                .count();
    }
}
